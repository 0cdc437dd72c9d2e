package import Answering
package import Foundation
internal import HTTPTypes

/// Google Chat by HTTP endpoint: messages, commands and the buttons under answers, for apps of the Chat API and for add-ons.
///
/// An event is answered in the response to it. What does not fit into one message follows by posts of a service account.
///
/// https://developers.google.com/workspace/chat/receive-respond-interactions
package struct GoogleChatPlatform: ChatPlatform {
  package static let kind = "googlechat"

  private static let api = "https://chat.googleapis.com"
  private static let tokenURL = "https://oauth2.googleapis.com/token"

  package static let keys: [SettingKey] = [
    .secret("service_account", "the JSON key of a service account of the app's project"),
    .optional(
      "project_number", standard: nil,
      "the project's number, where the app's Authentication audience is that; the endpoint's URL if left out"),
    .optional(
      "endpoint_url", standard: "from listen.public_url", "the HTTP endpoint URL, exactly as the app's page has it"),
    .optional(
      "caller", standard: GoogleChatTokens.chat,
      "the service account that tokens for a URL name; an add-on's is on the app's page"),
    .optional("text_limit", standard: "4000", "characters of text in one message, 500 to 10000"),
    .optional("api_url", standard: api, "base URL of the API"),
    signingKey,
  ]

  package let name: String
  package var rendersAlike: Bool { true }
  package let pace = SendPace(laneInterval: .seconds(1), perSecond: 50)
  private let incoming: GoogleChatTokens
  private let signer: TokenSigner?
  private let tokens: AccessTokens?
  private let reader: GoogleChatReader
  private let splitter: TextSplitter
  /// What buttons call: the endpoint's URL for add-ons, any name for other apps.
  private let function: String
  private let api: String
  private let random: RandomBytes

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    random = environment.random
    reader = GoogleChatReader(platform: settings.name)
    api = try settings.url("api_url", standard: Self.api)
    signer = try Self.signer(settings)
    let endpoint = settings.options["endpoint_url"] ?? settings.publicURL
    function = endpoint ?? "ask"
    splitter = TextSplitter(
      limit: try settings.number("text_limit", standard: 4000, in: 500...10_000) - LateNote.room, unit: .utf16,
      style: GoogleChatStyle())
    incoming = try Self.incoming(settings, endpoint, signer, environment.fetcher)
    guard let account = GoogleChatAccount(try settings.secret("service_account")) else {
      throw settings.problem(
        "service_account", "is no service account's key in JSON with a client_email and a private_key")
    }
    tokens =
      signer == nil ? AccessTokens(fetcher: environment.fetcher) { account.request(to: Self.tokenURL, at: $0) } : nil
  }

  private static func incoming(
    _ settings: PlatformSettings, _ endpoint: String?, _ signer: TokenSigner?, _ fetcher: any Fetcher
  ) throws(SettingsProblem) -> GoogleChatTokens {
    let project = settings.options["project_number"]
    let url = project == nil ? GoogleChatTokens.googleKeys : GoogleChatTokens.chatKeys
    let keys = signer.map { KeySet(trial: $0) } ?? KeySet(url: url, fetcher: fetcher)
    if let project {
      guard project.wholeMatch(of: /[0-9]+/) != nil else {
        throw settings.problem("project_number", "is no number; the project's ID is not meant")
      }
      return GoogleChatTokens(project: project, keys: keys)
    }
    guard let endpoint, !endpoint.isEmpty else {
      throw settings.problem("endpoint_url", "is missing; give it, or listen.public_url, or project_number")
    }
    return GoogleChatTokens(
      endpoint: endpoint, caller: settings.options["caller"] ?? GoogleChatTokens.chat, keys: keys)
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    let key = TokenSigner.freshKey()
    return PlatformSettings(
      name: name, kind: kind,
      options: ["api_url": sink + "/api", "endpoint_url": "https://bot.example.org/webhooks/\(name)"],
      secrets: ["signing_key": key, "service_account": GoogleChatAccount.trialKey(key)])
  }

  // MARK: In

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try request.expectPost()
    try await incoming.verify(request, at: now)
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard request.hasContentType("application/json") else { throw .unsupportedMediaType }
    return try reader.read(request)
  }

  // MARK: Out

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    try splitter.messages(AnswerText(answer), buttons: GoogleChatCard.limit) { words, offers in
      GoogleChatMessage(text: words, cardsV2: offers.isEmpty ? nil : [GoogleChatCard(offers, function: function)])
    }
  }

  package func synchronousResponse(_ messages: [ChatMessage], to event: InboundEvent) -> WebhookResponse? {
    guard let first = messages.first, let message = try? message(first, to: event.destination) else { return nil }
    return GoogleChatReply.message(message, asAddOn: event.destination["shape"] == "add-on")
  }

  package func followUps(_ messages: [ChatMessage], to event: InboundEvent) -> [ChatMessage] {
    Array(messages.dropFirst())
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    var content = try self.message(message, to: destination)
    if let lateSince = context.lateSince, message.isFirst {
      content.text = LateNote.text(askedAt: lateSince) + "\n\n" + content.text
    }
    guard let space = destination["space"], space.wholeMatch(of: /spaces\/[A-Za-z0-9_-]+/) != nil else {
      throw .unusable("the space is missing or malformed")
    }
    guard let body = try? JSONBody.encode(content) else { throw .unusable("the message cannot be written") }
    // Google takes one message for each request id.
    let options = "messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD"
    let url = "\(api)/v1/\(space)/messages?\(options)&requestId=\(MessageCode.name(of: context.key))"
    return OutgoingRequest(json: body, to: url, bearer: try await tokens?.token(at: context.now))
  }

  private func message(
    _ message: ChatMessage, to destination: Destination
  ) throws(OutgoingFailure) -> GoogleChatMessage {
    guard var content = try? JSONDecoder().decode(GoogleChatMessage.self, from: message.payload) else {
      throw .unusable("the stored message cannot be read")
    }
    content.thread = destination["thread"].map { GoogleChatEvent.Thread(name: $0) }
    return content
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    struct Receipt: Decodable { let name: String }
    // The bot was taken out of the space, or the space is no more.
    if response.status == 404 { return .gone("status 404") }
    let receipt = try? JSONDecoder().decode(Receipt.self, from: response.body)
    return StatusReading.verdict(response, at: now, receipt: receipt?.name)
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] { await tokenTests() }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    let message = GoogleChatEvent.Message(
      name: "spaces/trial/messages/" + Hex.text(Data(random(8))), text: question, argumentText: question)
    let event = GoogleChatEvent(
      type: "MESSAGE", message: message, user: GoogleChatEvent.User(name: "users/\(user)", type: "HUMAN"),
      space: GoogleChatEvent.Space(name: "spaces/trial", type: "DM"))
    return request(event, token: signer.flatMap { incoming.trial($0, at: now) }, at: now)
  }
}
