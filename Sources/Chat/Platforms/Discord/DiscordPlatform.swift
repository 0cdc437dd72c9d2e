package import Answering
package import Foundation
internal import HTTPTypes

/// Discord by HTTP interactions: a slash command, and the buttons under its answers.
///
/// An interaction is answered in the response to it, within the three seconds that Discord gives. What does not fit into one
/// message follows by posts, for which the interaction's token is good a quarter of an hour.
///
/// https://docs.discord.com/developers/interactions/receiving-and-responding
package struct DiscordPlatform: ChatPlatform {
  package static let kind = "discord"

  package static let keys: [SettingKey] = [
    .required("public_key", "the application's Public Key from its General Information: 64 hexadecimal digits"),
    .optional("visibility", standard: "private", "who sees answers: private (who asked) or public (the channel)"),
    .optional("api_url", standard: DiscordAPI.standard, "base URL of the API"),
    .secret(
      "signing_key", required: false,
      "for trying out only: the private half of public_key, 64 hexadecimal digits; Discord gives its own to nobody"),
  ]

  package let name: String
  package var rendersAlike: Bool { true }
  private let signature: DiscordSignature
  private let signer: DiscordSigner?
  private let reader: DiscordReader
  private let api: DiscordAPI
  private let random: RandomBytes

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    random = environment.random
    let publicKey = try settings.required("public_key")
    guard let signature = DiscordSignature(publicKey: publicKey) else {
      throw settings.problem("public_key", "must be 64 lower-case hexadecimal digits, as Discord shows them")
    }
    self.signature = signature
    signer = try settings.optionalSecret("signing_key").map(DiscordSigner.init) ?? nil
    guard settings.secrets["signing_key"] == nil || signer?.publicKey == publicKey else {
      throw settings.problem("signing_key", "is not the private half of public_key; leave it out but for trials")
    }
    reader = DiscordReader(platform: settings.name)
    api = DiscordAPI(
      base: try settings.url("api_url", standard: DiscordAPI.standard),
      isPrivate: try settings.choice("visibility", of: ["private", "public"]) == "private",
      agent: "DiscordBot (\(settings.publicURL ?? "https://localhost"), 1)")
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    let seed = Secret(Hex.text(Data(random(32))))
    return PlatformSettings(
      name: name, kind: kind,
      options: ["api_url": sink + "/api", "public_key": DiscordSigner(seed: seed)?.publicKey ?? ""],
      secrets: ["signing_key": seed])
  }

  // MARK: In

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try request.expectPost()
    try signature.verify(request, at: now)
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard request.hasContentType("application/json") else { throw .unsupportedMediaType }
    return try reader.read(request)
  }

  // MARK: Out

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    try DiscordRenderer().messages(AnswerText(answer))
  }

  package func synchronousResponse(_ messages: [ChatMessage], to event: InboundEvent) -> WebhookResponse? {
    guard let first = messages.first,
      let content = try? JSONDecoder().decode(DiscordContent.self, from: first.payload)
    else { return nil }
    return DiscordReply.message(DiscordPost(content, isPrivate: api.isPrivate))
  }

  package func followUps(_ messages: [ChatMessage], to event: InboundEvent) -> [ChatMessage] {
    Array(messages.dropFirst())
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    guard var content = try? JSONDecoder().decode(DiscordContent.self, from: message.payload) else {
      throw .unusable("the stored message cannot be read")
    }
    if let lateSince = context.lateSince, message.isFirst {
      content.content = LateNote.text(askedAt: lateSince) + "\n\n" + content.content
    }
    return try api.request(content, to: destination)
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    DiscordVerdict.read(response, at: now)
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] { [DiscordSignature.vectorTest, await roundTrip()] }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    let interaction = DiscordInteraction(
      id: "7" + Hex.text(Data(random(8))), type: DiscordInteraction.Kind.command.rawValue, application: "1000001",
      token: Hex.text(Data(random(24))), channel: "1000002", user: DiscordInteraction.User(id: user),
      data: DiscordInteraction.Payload(name: "ask", options: [DiscordOption(name: "question", text: question)]))
    guard let body = try? JSONBody.encode(interaction), let headers = signer?.headers(for: body, at: now) else {
      return nil
    }
    var request = WebhookRequest(headers: [.contentType: "application/json"], body: body, receivedAt: now)
    request.set(headers)
    return request
  }
}
