internal import Foundation

/// Reads what Discord posts, once it is known to be Discord's.
struct DiscordReader: Sendable {
  /// The configured name of the platform.
  let platform: String

  /// How long an interaction's token is good.
  private static let tokenLife: TimeInterval = 15 * 60

  /// An interaction.
  func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard let interaction = try JSONBody.decode(DiscordInteraction.self, from: request.body) else {
      return try Self.ping(request) ?? .ignored(.empty, reason: "another shape")
    }
    switch DiscordInteraction.Kind(rawValue: interaction.type) {
    case .ping: return .handshake(DiscordReply.pong)
    case .command: return command(interaction, at: request.receivedAt)
    case .component: return press(interaction, at: request.receivedAt)
    case .autocomplete: return .ignored(DiscordReply.noChoices, reason: "completion")
    case .modal, nil: return .ignored(DiscordReply.silence, reason: "another type")
    }
  }

  private struct Typed: Decodable { let type: Int }

  /// A ping with nothing else that is known.
  private static func ping(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound? {
    let typed = try JSONBody.decode(Typed.self, from: request.body)
    return typed?.type == DiscordInteraction.Kind.ping.rawValue ? .handshake(DiscordReply.pong) : nil
  }

  private func command(_ interaction: DiscordInteraction, at now: Date) -> Inbound {
    if let text = QuestionText.read(DiscordOption.text(in: interaction.data?.options)) {
      return event(interaction, text: text, at: now)
    }
    switch interaction.data?.name {
    case "help": return event(interaction, text: "help", at: now)
    case "reset", "start": return event(interaction, text: "hello", startsAfresh: true, at: now)
    default: return .ignored(DiscordReply.hint, reason: "no words")
    }
  }

  private func press(_ interaction: DiscordInteraction, at now: Date) -> Inbound {
    guard let id = interaction.data?.button,
      let text = QuestionText.read(DiscordComponent.question(for: id, in: interaction.message?.components))
    else { return .ignored(DiscordReply.silence, reason: "another button") }
    return event(interaction, text: text, at: now)
  }

  private func event(
    _ interaction: DiscordInteraction, text: String, startsAfresh: Bool = false, at now: Date
  ) -> Inbound {
    guard let user = interaction.person, let application = interaction.application, let token = interaction.token else {
      return .ignored(.empty, reason: "nobody's interaction")
    }
    let place = [platform, interaction.guild ?? "", interaction.channel ?? "", user]
    // The token is all that a message needs, and each has a limit of its own.
    let destination = Destination(lane: interaction.id, fields: ["application": application, "token": token])
    let event = InboundEvent(
      id: interaction.id, text: text, conversation: place.joined(separator: "\n"), user: user,
      destination: destination, answers: .synchronously, replyBy: now + Self.tokenLife, startsAfresh: startsAfresh)
    return .events([event], acknowledgement: DiscordReply.later)
  }
}
