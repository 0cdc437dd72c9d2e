/// A text that begins with a slash: https://core.telegram.org/bots/features#commands
struct TelegramCommand: Equatable {
  /// What the command comes to.
  enum Meaning: Equatable {
    /// A question; `afresh` where the conversation so far is to be forgotten.
    case question(String, afresh: Bool)
    /// Another bot's command.
    case none
  }

  /// The command's name, in lower case.
  let name: String
  /// The bot it is for, in lower case; nil where it does not say.
  let bot: String?
  /// What follows it.
  let rest: String

  /// The command at the text's beginning; nil where there is none.
  init?(_ text: String) {
    guard text.first == "/" else { return nil }
    let word = text.dropFirst().prefix { !$0.isWhitespace }
    let parts = word.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map { $0.lowercased() }
    guard let name = parts.first, Self.isName(name) else { return nil }
    self.name = name
    bot = parts.count > 1 ? parts[1] : nil
    rest = String(text.dropFirst(word.count + 1))
  }

  /// What it comes to for the bot of this name, in lower case. In a group a command that names no bot is for all of them, so only
  /// those are taken that this bot knows.
  func meaning(for own: String?, isPrivate: Bool) -> Meaning {
    guard bot == nil || bot == own || isPrivate else { return .none }
    let asked = QuestionText.read(rest)
    switch name {
    case "start", "reset": return .question("hello", afresh: true)
    case "help": return .question("help", afresh: false)
    case "ask": return .question(asked ?? "help", afresh: false)
    default:
      return bot == nil && !isPrivate ? .none : .question(asked ?? "help", afresh: false)
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || $0 == UInt8(ascii: "_")
      }
  }
}
