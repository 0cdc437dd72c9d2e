internal import Foundation

/// An event in a room, as far as it is read: https://spec.matrix.org/latest/client-server-api/#room-event-format
struct MatrixEvent: Codable {
  let type: String
  let id: String
  let room: String
  let sender: String
  /// On events that say how a room is; "" among them.
  var stateKey: String?
  /// Milliseconds since 1970, by the clock of the sender's homeserver.
  var time: Int64?
  let content: Content

  private enum CodingKeys: String, CodingKey {
    case type, sender, content
    case id = "event_id"
    case room = "room_id"
    case stateKey = "state_key"
    case time = "origin_server_ts"
  }

  /// What it says. Every field is another kind of event's or may be left out.
  struct Content: Codable {
    var kind: String?
    var body: String?
    var html: String?
    var relation: Relation?
    var mentions: Mentions?
    var membership: String?

    private enum CodingKeys: String, CodingKey {
      case body, membership
      case kind = "msgtype"
      case html = "formatted_body"
      case relation = "m.relates_to"
      case mentions = "m.mentions"
    }
  }

  /// Whom it mentions on purpose.
  struct Mentions: Codable {
    var users: [String]?

    private enum CodingKeys: String, CodingKey { case users = "user_ids" }
  }

  /// How it stands to another event.
  struct Relation: Codable {
    var kind: String?
    var event: String?
    var reply: Reply?
    /// True where the reply is there only for programs that know no threads.
    var isFallingBack: Bool?

    private enum CodingKeys: String, CodingKey {
      case kind = "rel_type"
      case event = "event_id"
      case reply = "m.in_reply_to"
      case isFallingBack = "is_falling_back"
    }

    /// The event that it replies to.
    struct Reply: Codable {
      let event: String

      private enum CodingKeys: String, CodingKey { case event = "event_id" }
    }
  }

  /// True for a text that somebody has written: no notice, which is what programs write, and no edit of an earlier text.
  var isText: Bool {
    type == "m.room.message" && stateKey == nil && content.kind == "m.text" && content.relation?.kind != "m.replace"
  }

  /// The event that its thread hangs on.
  var thread: String? { content.relation?.kind == "m.thread" ? content.relation?.event : nil }

  /// When it was sent.
  var date: Date? { time.flatMap { $0 > 0 ? Date(timeIntervalSince1970: TimeInterval($0) / 1000) : nil } }
}
