package import Answering
package import Foundation
internal import HTTPTypes

/// Telegram: private chats, groups where the bot is mentioned, replied to or commanded, and the buttons under its answers.
///
/// A request is told by a secret header; neither its body nor its time is signed, so copies are told by the update's id alone.
/// Answers go out by `sendMessage` and not in the webhook's response, which Telegram never confirms.
///
/// https://core.telegram.org/bots/api
package struct TelegramPlatform: ChatPlatform {
  package static let kind = "telegram"

  package static let keys: [SettingKey] = [
    .secret("bot_token", "the bot's token from @BotFather: digits, a colon, letters"),
    .secret("secret_token", "what setWebhook was given as secret_token: 16 to 256 of A-Z a-z 0-9 _ -"),
    .optional("bot_username", standard: nil, "the bot's user name without @; needed to hear its mention in groups"),
    .optional("api_url", standard: TelegramAPI.standard, "base URL of the Bot API; a server of your own has another"),
  ]

  private static let header = "x-telegram-bot-api-secret-token"

  package let name: String
  package var rendersAlike: Bool { true }
  package var pace: SendPace { SendPace(laneInterval: .seconds(1), perSecond: 30) }
  private let secret: Secret
  private let reader: TelegramReader
  private let api: TelegramAPI
  private let random: RandomBytes

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    random = environment.random
    secret = try settings.secret("secret_token", minimum: 16)
    guard Self.isSecretToken(secret.value) else {
      throw settings.problem(
        "secret_token", "must be of 16 to 256 characters A-Z a-z 0-9 _ -, as Telegram allows no others")
    }
    let token = try settings.secret("bot_token")
    guard let id = Self.botID(token.value) else {
      throw settings.problem(
        "bot_token", "must be the token from @BotFather: digits, a colon, and letters, digits, _ or -")
    }
    api = TelegramAPI(base: try settings.url("api_url", standard: TelegramAPI.standard), token: token)
    let userName = settings.options["bot_username"].map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    reader = TelegramReader(platform: settings.name, ownID: id, ownName: userName?.lowercased())
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind, options: ["api_url": sink, "bot_username": "marrow_bot"],
      secrets: [
        "bot_token": Secret("1000001:" + Hex.text(Data(random(16)))),
        "secret_token": Secret(Hex.text(Data(random(24)))),
      ])
  }

  /// The characters that Telegram allows, and none that a URL would be changed by.
  private static func isSecretToken(_ text: String) -> Bool {
    (16...256).contains(text.utf8.count) && text.utf8.allSatisfy(isTokenByte)
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The bot's own id, with which its token begins.
  private static func botID(_ token: String) -> Int64? {
    let parts = token.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].utf8.allSatisfy(isTokenByte) else { return nil }
    return Int64(parts[0])
  }

  // MARK: In

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try request.expectPost()
    guard let given = request.header(Self.header), ConstantTime.equal(given, secret.value) else {
      throw .unauthenticated
    }
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard request.hasContentType("application/json") else { throw .unsupportedMediaType }
    return try reader.read(request)
  }

  // MARK: Out

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    try TelegramRenderer().messages(AnswerText(answer))
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    if let press = destination["press"] { return try api.answer(press: press) }
    guard var content = try? JSONDecoder().decode(TelegramContent.self, from: message.payload) else {
      throw .unusable("the stored message cannot be read")
    }
    if let lateSince = context.lateSince, message.isFirst {
      content.text = LateNote.text(askedAt: lateSince) + "\n\n" + content.text
    }
    return try api.send(content, to: destination, isFirst: message.isFirst)
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    TelegramVerdict.read(response, at: now)
  }

  package func newPlace(of destination: Destination, after response: OutgoingResponse) -> Destination? {
    guard response.status == 400, destination["chat"] != nil,
      let chat = TelegramVerdict(response)?.parameters?.newChat
    else { return nil }
    // The old message and topic are not there.
    return Destination(lane: String(chat), fields: ["chat": String(chat)])
  }

  package func plain(_ message: ChatMessage) -> ChatMessage? {
    guard let content = try? JSONDecoder().decode(TelegramContent.self, from: message.payload), content.isMarkup
    else { return nil }
    return try? ChatMessage(content.plain, index: message.index, count: message.count)
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] {
    let now = Date(timeIntervalSince1970: 1_700_000_000)
    guard var request = simulated(question: "What is leukemia?", user: "U1", at: now) else { return [] }
    let acceptsOwn = await accepts(request, at: now)
    request.set([(Self.header, secret.value + "x")])
    let acceptsOther = await accepts(request, at: now)
    return [SelfTestResult("own secret accepted, another refused", passed: acceptsOwn && !acceptsOther)]
  }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    let id = Self.number(for: user)
    let update = TelegramUpdate(
      id: Int64(random(6).reduce(0) { $0 << 8 | UInt64($1) }),
      message: TelegramMessage(
        id: 1, chat: TelegramChat(id: id, type: "private"), date: Int64(now.timeIntervalSince1970),
        from: TelegramUser(id: id, isBot: false, firstName: "Someone"), text: question))
    guard let body = try? JSONBody.encode(update) else { return nil }
    var request = WebhookRequest(headers: [.contentType: "application/json"], body: body, receivedAt: now)
    request.set([(Self.header, secret.value)])
    return request
  }

  /// A user id for a name: ids have at most 52 bits.
  private static func number(for user: String) -> Int64 {
    Int64(user) ?? Int64(MessageCode.name(of: user).prefix(10), radix: 16) ?? 1
  }
}
