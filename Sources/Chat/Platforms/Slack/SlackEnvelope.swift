internal import Foundation

/// What the Events API posts.
struct SlackEnvelope: Codable {
  let type: String
  var challenge: String?
  var team: String?
  var authorizations: [Authorization]?
  var event: Event?

  private enum CodingKeys: String, CodingKey {
    case type, challenge, authorizations, event
    case team = "team_id"
  }

  /// For whom the event is: among them the bot itself.
  struct Authorization: Codable {
    let user: String?
    let isBot: Bool?

    private enum CodingKeys: String, CodingKey {
      case user = "user_id"
      case isBot = "is_bot"
    }
  }

  /// A message, or something else that is ignored.
  struct Event: Codable {
    let type: String
    var subtype: String?
    var text: String?
    var user: String?
    var bot: String?
    var channel: String?
    var channelType: String?
    var timestamp: String?
    var thread: String?

    private enum CodingKeys: String, CodingKey {
      case type, subtype, text, user, channel
      case bot = "bot_id"
      case channelType = "channel_type"
      case timestamp = "ts"
      case thread = "thread_ts"
    }
  }

  /// A direct message as Slack would tell of it.
  static func simulated(_ question: String, user: String, at now: Date) -> SlackEnvelope {
    let microseconds = Int64((now.timeIntervalSince1970 * 1_000_000).rounded())
    let fraction = String(microseconds % 1_000_000 + 1_000_000).dropFirst()
    let event = Event(
      type: "message", text: question.escapingAngles, user: user,
      channel: "D" + MessageCode.name(of: user).prefix(10).uppercased(), channelType: "im",
      timestamp: "\(microseconds / 1_000_000).\(fraction)")
    return SlackEnvelope(type: "event_callback", team: "T0SIMULATE", event: event)
  }
}
