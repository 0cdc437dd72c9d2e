internal import Foundation

/// Reads activities, once they are known to be the Bot Framework's.
struct BotFrameworkReader: Sendable {
  /// The configured name of the platform.
  let platform: String

  /// An activity.
  func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard let activity = try JSONBody.decode(BotFrameworkActivity.self, from: request.body) else {
      return .ignored(.empty, reason: "another shape")
    }
    switch activity.type {
    case "message": return message(activity)
    case "conversationUpdate": return greeting(activity)
    default: return .ignored(.empty, reason: "another type")
    }
  }

  private func message(_ activity: BotFrameworkActivity) -> Inbound {
    guard activity.from?.role != "bot", activity.from?.id != activity.recipient?.id else {
      return .ignored(.empty, reason: "a bot's message")
    }
    let mentions = (activity.entities ?? []).filter {
      $0.type == "mention" && $0.mentioned?.id != nil && $0.mentioned?.id == activity.recipient?.id
    }
    // Teams brings a team's whole talk to bots that have asked for it.
    guard activity.channel != "msteams" || activity.conversation?.isGroup != true || !mentions.isEmpty else {
      return .ignored(.empty, reason: "not for the bot")
    }
    guard let text = QuestionText.read(text(of: activity, without: mentions.compactMap(\.text))) else {
      return .ignored(.empty, reason: "no words")
    }
    return event(activity, user: activity.from, text: text, startsAfresh: false)
  }

  /// Somebody who comes to a conversation with the bot is greeted; groups are not, nor the bot itself.
  private func greeting(_ activity: BotFrameworkActivity) -> Inbound {
    guard let added = activity.membersAdded, activity.conversation?.isGroup != true,
      let person = added.first, !added.contains(where: { $0.id == activity.recipient?.id })
    else { return .ignored(.empty, reason: "nobody to greet") }
    return event(activity, user: person, text: "hello", startsAfresh: true)
  }

  private func event(
    _ activity: BotFrameworkActivity, user: BotFrameworkActivity.Account?, text: String, startsAfresh: Bool
  ) -> Inbound {
    guard let id = activity.id, let user = user?.id, let bot = activity.recipient?.id, let service = activity.service,
      let channel = activity.channel, let conversation = activity.conversation?.id
    else { return .ignored(.empty, reason: "nobody's activity") }
    let fields = ["service": service, "conversation": conversation, "activity": id, "bot": bot, "user": user]
    // Some channels count activities in each conversation.
    let event = InboundEvent(
      id: [channel, conversation, id].joined(separator: "\n"), text: text,
      conversation: [platform, channel, conversation, user].joined(separator: "\n"), user: user,
      destination: Destination(lane: conversation, fields: fields), startsAfresh: startsAfresh)
    return .events([event], acknowledgement: .empty)
  }

  // MARK: Text

  /// The text without the bot's own mentions, and without tags where the channel writes such.
  private func text(of activity: BotFrameworkActivity, without mentions: [String]) -> String? {
    guard var text = activity.text else { return nil }
    for mention in mentions where !mention.isEmpty { text = text.replacingLiteral(mention, with: " ") }
    guard activity.textFormat == "xml" || activity.channel == "msteams" else { return text }
    let tag = activity.textFormat == "xml" ? /<\/?[A-Za-z][^<>]*>/ : /<\/?at(?: [^<>]*)?>/
    text = text.replacing(tag, with: "")
    for (escape, scalar) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacingLiteral(escape, with: scalar)
    }
    return text
  }
}
