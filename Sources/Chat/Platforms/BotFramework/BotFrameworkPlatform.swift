package import Answering
package import Foundation
internal import HTTPTypes

/// Microsoft's Bot Framework, by which Azure Bot reaches Teams, Web Chat, Direct Line and others.
///
/// Activities come with a token of Microsoft's that binds the service they come from; answers go there and nowhere else, with an
/// access token of ours.
///
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
package struct BotFrameworkPlatform: ChatPlatform {
  package static let kind = "botframework"

  private static let metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration"
  private static let issuer = "https://api.botframework.com"
  /// What an access token must be good for.
  private static let scope = "https://api.botframework.com/.default"

  /// Activities say that their text is plain, so that no channel looks for mark-up in it. Channels that make mentions or commands
  /// of `@name` and `<!name>` by themselves find those broken.
  private static let style = PlainStyle { $0.withoutControls.breakingMentions.breakingBehind(["<"]) }

  package static let keys: [SettingKey] = [
    .required("app_id", "the Microsoft App ID from the bot's Configuration page in Azure"),
    .secret("app_password", "a client secret of the app, from its Certificates & secrets page"),
    .optional(
      "tenant", standard: "botframework.com",
      "the App Tenant ID of a single-tenant bot; botframework.com for a multi-tenant bot"),
    .optional("text_limit", standard: "12000", "bytes of text in one message, 1000 to 60000; channels differ"),
    .optional(
      "service_url", standard: nil, "the only service that activities may come from; any of Microsoft's if left out"),
    signingKey,
  ]

  package let name: String
  package var rendersAlike: Bool { true }
  private let appID: String
  private let service: String?
  private let verifier: TokenVerifier
  private let signer: TokenSigner?
  private let tokens: AccessTokens?
  private let reader: BotFrameworkReader
  private let splitter: TextSplitter
  private let random: RandomBytes

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    random = environment.random
    reader = BotFrameworkReader(platform: settings.name)
    splitter = TextSplitter(
      limit: try settings.number("text_limit", standard: 12_000, in: 1000...60_000) - LateNote.room, unit: .jsonBytes,
      style: Self.style)
    appID = try settings.required("app_id")
    service = settings.options["service_url"]
    guard service.map(BotFrameworkReply.isService) ?? true else {
      throw settings.problem("service_url", "is no URL without a query")
    }
    signer = try Self.signer(settings)
    let keys =
      signer.map { KeySet(trial: $0, endorsements: ["webchat"]) }
      ?? KeySet(metadata: Self.metadata, fetcher: environment.fetcher)
    verifier = TokenVerifier(keys: keys, issuers: [Self.issuer], audience: appID)
    let tokens = try Self.tokens(settings, environment.fetcher)
    self.tokens = signer == nil ? tokens : nil
  }

  private static func tokens(
    _ settings: PlatformSettings, _ fetcher: any Fetcher
  ) throws(SettingsProblem) -> AccessTokens {
    let tenant = settings.options["tenant"] ?? "botframework.com"
    guard tenant.wholeMatch(of: /[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*/) != nil else {
      throw settings.problem("tenant", "is neither a tenant's ID nor a domain")
    }
    let url = "https://login.microsoftonline.com/\(tenant)/oauth2/v2.0/token"
    let id = try settings.required("app_id")
    let password = try settings.secret("app_password")
    return AccessTokens(fetcher: fetcher) { _ in
      AccessTokens.form(
        [
          ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", password.value), ("scope", scope),
        ], to: url)
    }
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind,
      options: ["app_id": "00000000-0000-4000-8000-000000000000", "service_url": sink + "/service/"],
      secrets: ["app_password": Secret(Hex.text(Data(random(16)))), "signing_key": TokenSigner.freshKey()])
  }

  // MARK: In

  private struct Claims: Codable {
    let serviceurl: String?
  }

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try request.expectPost()
    let token = try await authenticated(request, at: now)
    // The token signs nothing of the body: it is good for any activity of its service and of the channels its key may sign for.
    guard let activity = try JSONBody.decode(BotFrameworkActivity.self, from: request.body) else { throw .forbidden }
    guard let service = activity.service, service == token.claims.serviceurl, service == self.service ?? service,
      BotFrameworkReply.isService(service), let channel = activity.channel, token.key.endorsements.contains(channel)
    else { throw .forbidden }
  }

  /// What holds of the token alone; Microsoft wants 403 for every token that does not.
  private func authenticated(
    _ request: WebhookRequest, at now: Date
  ) async throws(WebhookRefusal) -> (claims: Claims, key: TokenKey) {
    do throws(WebhookRefusal) {
      return try await verifier.verify(request, as: Claims.self, at: now)
    } catch .unauthenticated {
      throw .forbidden
    } catch .stale {
      throw .forbidden
    } catch {
      throw error
    }
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard request.hasContentType("application/json") else { throw .unsupportedMediaType }
    return try reader.read(request)
  }

  // MARK: Out

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    try splitter.messages(AnswerText(answer), buttons: BotFrameworkContent.buttonLimit, BotFrameworkContent.init)
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    guard var content = try? JSONDecoder().decode(BotFrameworkContent.self, from: message.payload) else {
      throw .unusable("the stored message cannot be read")
    }
    if let lateSince = context.lateSince, message.isFirst {
      content.text = LateNote.text(askedAt: lateSince) + "\n\n" + content.text
    }
    let token = try await tokens?.token(at: context.now)
    return try BotFrameworkReply.request(content, to: destination, bearer: token)
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    BotFrameworkVerdict.read(response, at: now)
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] { await tokenTests() }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    guard let signer, let service else { return nil }
    let activity = BotFrameworkActivity(
      type: "message", id: Hex.text(Data(random(8))), channel: "webchat", service: service,
      from: BotFrameworkActivity.Account(id: user, role: "user"),
      recipient: BotFrameworkActivity.Account(id: "bot@trial", role: "bot"),
      conversation: BotFrameworkActivity.Conversation(id: "trial"), text: question, textFormat: "plain")
    let claims = TokenClaims(
      issuer: Self.issuer, audience: appID, from: now, seconds: 3600, own: Claims(serviceurl: service))
    return request(activity, token: signer.token(claims, keyName: KeySet.trialName), at: now)
  }
}
