internal import Foundation

/// Reads events, once they are known to be Google Chat's.
struct GoogleChatReader: Sendable {
  /// Says that there is nothing to say.
  static let silence = WebhookResponse.json("{}")

  /// The configured name of the platform.
  let platform: String

  /// An event.
  func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard let event = try JSONBody.decode(GoogleChatEvent.self, from: request.body) else {
      return .ignored(Self.silence, reason: "another shape")
    }
    guard let happening = GoogleChatHappening.read(event) else {
      return .ignored(Self.silence, reason: "another type")
    }
    guard happening.user.type != "BOT" else { return .ignored(Self.silence, reason: "a bot's message") }
    guard let text = QuestionText.read(text(of: happening)) else {
      return .ignored(Self.silence, reason: "no words")
    }
    return self.event(happening, text: text)
  }

  /// What is asked: the words behind mention and command, the title on the button, a command alone for help.
  private func text(of happening: GoogleChatHappening) -> String? {
    let words = happening.message?.argumentText ?? happening.message?.text
    switch happening.kind {
    case .press: return happening.offer
    // Google brings the message along if it was the mention that added the bot.
    case .addition: return happening.message == nil ? "hello" : words
    case .command: return QuestionText.read(words) ?? "help"
    case .message: return happening.message?.slashCommand == nil ? words : QuestionText.read(words) ?? "help"
    }
  }

  private func event(_ happening: GoogleChatHappening, text: String) -> Inbound {
    let space = happening.space.name
    let user = happening.user.name
    // A conversation of two has threads in name only.
    let thread = happening.space.isDirect ? nil : happening.message?.thread?.name
    var fields = ["space": space]
    fields["thread"] = thread
    fields["shape"] = happening.isAddOn ? "add-on" : nil
    let event = InboundEvent(
      id: id(of: happening), text: text, conversation: [platform, space, thread ?? "", user].joined(separator: "\n"),
      user: user, destination: Destination(lane: space, fields: fields), answers: .synchronously,
      startsAfresh: happening.kind == .addition)
    return .events([event], acknowledgement: Self.silence)
  }

  /// A message's name; a button can be pressed often, and only the time tells one press from another.
  private func id(of happening: GoogleChatHappening) -> String {
    let message = happening.message?.name
    switch happening.kind {
    case .message: return message ?? "\(happening.space.name)\n\(happening.time)"
    case .command, .press, .addition:
      return [message ?? happening.space.name, happening.user.name, happening.time].joined(separator: "\n")
    }
  }
}
