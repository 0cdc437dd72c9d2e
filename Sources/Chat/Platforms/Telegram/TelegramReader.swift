internal import Foundation

/// Reads what Telegram posts, once it is known to be Telegram's.
struct TelegramReader: Sendable {
  /// The configured name of the platform.
  let platform: String
  /// The bot's own id, the first part of its token.
  let ownID: Int64
  /// The bot's user name in lower case, where it is configured.
  let ownName: String?

  /// An update.
  func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard let update = try JSONBody.decode(TelegramUpdate.self, from: request.body) else {
      return .ignored(.empty, reason: "another shape")
    }
    if let press = update.press { return self.press(press, update: update.id) }
    guard let message = update.message else { return .ignored(.empty, reason: "no message") }
    return self.message(message, update: update.id)
  }

  // MARK: Messages

  private func message(_ message: TelegramMessage, update: Int64) -> Inbound {
    guard let user = message.from, message.chat.type != "channel" else {
      return .ignored(.empty, reason: "nobody's message")
    }
    guard !user.isBot, message.viaBot == nil else { return .ignored(.empty, reason: "a bot's message") }
    if let command = message.text.flatMap(TelegramCommand.init) {
      switch command.meaning(for: ownName, isPrivate: message.chat.isPrivate) {
      case .question(let text, let afresh): return event(message, update, user, text: text, startsAfresh: afresh)
      case .none: return .ignored(.empty, reason: "another bot's command")
      }
    }
    let mentions = mentions(in: message)
    guard message.chat.isPrivate || !mentions.isEmpty || message.repliedTo?.from?.id == ownID else {
      return .ignored(.empty, reason: "not for the bot")
    }
    guard let text = QuestionText.read(self.text(of: message, without: mentions)) else {
      return .ignored(.empty, reason: "no words")
    }
    return event(message, update, user, text: text, startsAfresh: false)
  }

  private func event(
    _ message: TelegramMessage, _ update: Int64, _ user: TelegramUser, text: String, startsAfresh: Bool
  ) -> Inbound {
    let place = TelegramPlace(platform: platform, message: message, user: user)
    let event = InboundEvent(
      id: "\(update)", text: text, conversation: place.conversation, user: String(user.id),
      destination: place.destination(replyingTo: message.id), askedAt: message.time, startsAfresh: startsAfresh)
    return .events([event], acknowledgement: .empty)
  }

  // MARK: Mentions

  /// Where the text names the bot, in UTF-16 units; places that the text does not have are passed over.
  private func mentions(in message: TelegramMessage) -> [Range<Int>] {
    guard let ownName, let text = message.text.map({ Array($0.utf16) }) else { return [] }
    return (message.entities ?? []).compactMap { entity in
      guard entity.type == "mention", entity.offset >= 0, entity.length > 0,
        entity.offset < text.count, entity.length <= text.count - entity.offset
      else { return nil }
      let range = entity.offset..<(entity.offset + entity.length)
      return String(decoding: text[range], as: UTF16.self).lowercased() == "@" + ownName ? range : nil
    }
  }

  /// The text without the bot's name, and without the comma or colon behind a name at its beginning.
  private func text(of message: TelegramMessage, without mentions: [Range<Int>]) -> String? {
    guard let text = message.text, !mentions.isEmpty else { return message.text }
    let units = text.utf16.enumerated().filter { unit in !mentions.contains { $0.contains(unit.offset) } }
    let rest = String(decoding: units.map(\.element), as: UTF16.self)
    return String(rest.drop { $0.isWhitespace || $0 == "," || $0 == ":" })
  }

  // MARK: Buttons

  /// A pressed button. Telegram shows a waiting sign on it until the press is answered, whatever the button is.
  private func press(_ press: TelegramPress, update: Int64) -> Inbound {
    guard !press.from.isBot else { return .ignored(.empty, reason: "a bot's message") }
    let stop = ChatAction(
      id: "press:\(press.id)", user: String(press.from.id),
      destination: Destination(lane: "press:\(press.id)", fields: ["press": press.id]),
      message: ChatMessage(payload: Data("{}".utf8)))
    guard let message = press.message, let data = press.data,
      let text = QuestionText.read(TelegramKeyboard.question(for: data, under: message.keyboard))
    else { return .events([], actions: [stop], acknowledgement: .empty) }
    let place = TelegramPlace(platform: platform, message: message, user: press.from)
    let event = InboundEvent(
      id: "\(update)", text: text, conversation: place.conversation, user: String(press.from.id),
      destination: place.destination(replyingTo: nil))
    return .events([event], actions: [stop], acknowledgement: .empty)
  }
}
