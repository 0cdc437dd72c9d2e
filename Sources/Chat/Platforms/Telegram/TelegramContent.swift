/// A message without its address: what is stored.
struct TelegramContent: Codable, Equatable {
  /// UTF-16 units that a text may have once its mark-up is read.
  static let limit = 4096

  /// The words, as HTML or as they are.
  var text: String
  /// True where the text is HTML.
  var isMarkup: Bool
  /// The buttons.
  var keyboard: TelegramKeyboard?

  /// The same message without mark-up.
  var plain: TelegramContent {
    TelegramContent(text: TelegramStyle.plain(text), isMarkup: false, keyboard: keyboard)
  }
}
