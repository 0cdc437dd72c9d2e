/// Buttons under a message, one a row: https://core.telegram.org/bots/api#inlinekeyboardmarkup
///
/// A button's data has room for 64 bytes. A title that fits is its own data, so the button says what it means for good; for a
/// longer one the data is the offer's number, and the title is read from the button that Telegram sends back with the press.
struct TelegramKeyboard: Codable, Equatable {
  /// Buttons that a message may have.
  static let limit = 100
  /// Bytes that a button's data may have.
  static let dataLimit = 64
  /// UTF-16 units of a label; longer ones are cut on every screen.
  private static let labelLimit = 128
  private static let titlePrefix = "q:"
  private static let numberPrefix = "n:"

  let rows: [[Button]]

  private enum CodingKeys: String, CodingKey { case rows = "inline_keyboard" }

  /// A button.
  struct Button: Codable, Equatable {
    let text: String
    var data: String?

    private enum CodingKeys: String, CodingKey {
      case text
      case data = "callback_data"
    }
  }

  /// A button for each offer.
  init(offers: [(number: Int, title: String)]) {
    rows = offers.map { number, title in
      let data = Self.titlePrefix + title
      let label = TextSplitter.shortened(title.withoutControls, to: Self.labelLimit, unit: .utf16)
      let fits = data.utf8.count <= Self.dataLimit
      return [Button(text: label, data: fits ? data : "\(Self.numberPrefix)\(number)")]
    }
  }

  /// What a pressed button asks: its title, else its number; nil where the data is none of ours.
  static func question(for data: String, under keyboard: TelegramKeyboard?) -> String? {
    if data.hasPrefix(titlePrefix) { return String(data.dropFirst(titlePrefix.count)) }
    guard data.hasPrefix(numberPrefix), let number = Int(data.dropFirst(numberPrefix.count)) else { return nil }
    let label = keyboard?.rows.joined().first { $0.data == data }?.text
    return label.flatMap { $0.hasSuffix("…") ? nil : $0 } ?? String(number)
  }
}
