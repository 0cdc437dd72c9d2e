internal import Foundation

/// What the Messaging API posts: events of several people at once, each told by its own id.
/// https://developers.line.biz/en/reference/messaging-api/#webhooks
struct LineWebhook: Codable {
  let destination: String
  let events: LossyList<LineEvent>
}

/// One event; only messages of text are read.
struct LineEvent: Codable {
  let type: String
  /// "active", or "standby" where somebody else answers.
  var mode: String?
  let timestamp: Int64
  let webhookEventId: String
  var deliveryContext: Delivery?
  var replyToken: String?
  var source: Source?
  var message: Message?

  /// Required by LINE's own form; a copy is told by its id.
  struct Delivery: Codable { var isRedelivery = false }

  struct Source: Codable {
    /// "user", "group" or "room".
    let type: String
    var userId: String?
    var groupId: String?
    var roomId: String?

    /// Where messages go: the group, the room, or the one person.
    var place: String? { groupId ?? roomId ?? userId }
    /// True where one person talks with the bot.
    var isPrivate: Bool { groupId == nil && roomId == nil }
  }

  struct Message: Codable {
    let type: String
    var id: String?
    var quoteToken: String?
    var text: String?
    var mention: Mention?
  }

  struct Mention: Codable { var mentionees: [Mentionee]? }

  /// A part of the text; index and length count UTF-16 units.
  struct Mentionee: Codable {
    let index: Int
    let length: Int
    var isSelf: Bool?
  }

  /// The words for the bot, its own mention taken off; nil where there are none, or where a group talks of something else.
  var question: String? {
    guard type == "message", message?.type == "text", let text = message?.text, let source else { return nil }
    let own = (message?.mention?.mentionees ?? []).filter { $0.isSelf == true && $0.index >= 0 && $0.length > 0 }
    guard !own.isEmpty || source.isPrivate else { return nil }
    let units = text.utf16.enumerated().filter { unit in
      !own.contains { unit.offset >= $0.index && unit.offset - $0.index < $0.length }
    }
    return QuestionText.read(String(decoding: units.map(\.element), as: UTF16.self))
  }

  /// The event as a question; nil where it is none.
  func asked(on platform: String, at now: Date) -> InboundEvent? {
    guard mode != "standby", let text = question, let place = source?.place else { return nil }
    let user = source?.userId ?? place
    var fields = ["to": place]
    fields["reply_token"] = replyToken
    fields["reply_until"] = String(Int64(now.timeIntervalSince1970 + LineAPI.replyWindow))
    return InboundEvent(
      id: webhookEventId, text: text, conversation: [platform, place, user].joined(separator: "\n"), user: user,
      destination: Destination(lane: place, fields: fields),
      askedAt: Date(timeIntervalSince1970: TimeInterval(timestamp) / 1000))
  }
}
