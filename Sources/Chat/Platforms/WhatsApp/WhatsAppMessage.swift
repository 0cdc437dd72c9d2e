internal import Foundation

/// A message by a person: words, or a pressed button or row.
struct WhatsAppMessage: Codable {
  let id: String
  /// The telephone number; absent where the person shows a user name instead.
  var phone: String?
  /// The person's id for this business.
  var person: String?
  /// Present where it was written to a group, of which the bot reads nothing.
  var group: String?
  /// Unix seconds.
  let timestamp: String
  var text: Words?
  var interactive: Press?
  var button: Template?

  private enum CodingKeys: String, CodingKey {
    case id, timestamp, text, interactive, button
    case phone = "from"
    case person = "from_user_id"
    case group = "group_id"
  }

  struct Words: Codable { let body: String }

  /// A button of a template, which others may send from this number.
  struct Template: Codable { let text: String? }

  struct Press: Codable {
    let button: Choice?
    let row: Choice?

    private enum CodingKeys: String, CodingKey {
      case button = "button_reply"
      case row = "list_reply"
    }
  }

  struct Choice: Codable {
    let id: String
    let title: String?
  }

  /// What was asked; nil for pictures, reactions and the like.
  var question: String? {
    guard group == nil else { return nil }
    let press = interactive.flatMap { $0.button ?? $0.row }
    return QuestionText.read(text?.body ?? press.map { WhatsAppOffer.question(for: $0) } ?? button?.text)
  }

  /// When it was written.
  var time: Date? { TimeInterval(timestamp).map { Date(timeIntervalSince1970: $0) } }
}
