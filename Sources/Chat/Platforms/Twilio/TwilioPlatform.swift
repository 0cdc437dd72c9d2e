package import Answering
package import Foundation
internal import HTTPTypes

/// Short messages, and WhatsApp, by Twilio.
///
/// Answers go out by Twilio's REST interface, or in the response as TwiML. Neither knows an idempotency key: a message whose
/// fate is unknown is sent again.
///
/// https://www.twilio.com/docs/messaging/guides/webhook-request, https://www.twilio.com/docs/messaging/api/message-resource
package struct TwilioPlatform: ChatPlatform {
  package static let kind = "twilio"

  package static let keys: [SettingKey] = [
    .secret("auth_token", "the account's Auth Token; signs what Twilio posts, and pays for what is sent"),
    .required("account_sid", "the account's SID, AC and 32 hexadecimal digits"),
    .optional(
      "webhook_url", standard: nil, "the URL as it was pasted at Twilio, if it is not that of listen.public_url"),
    .optional(
      "from", standard: nil, "a Messaging Service (MG...) or number that sends; the number written to, if left out"),
    .optional("reply", standard: "later", "later: answers are posted to Twilio; response: they stand in the response"),
    .optional("segments", standard: "10", "segments of 153 characters (67 outside GSM's alphabet) of one SMS, 1 to 24"),
    .optional("api_url", standard: standard, "base URL of the REST interface"),
    .secret("shared_key", required: false, "the secret of a SharedKey, where webhooks are signed with one (SHA-256)"),
  ]

  private static let standard = "https://api.twilio.com"

  package let name: String
  package var pace: SendPace { SendPace(laneInterval: .seconds(1)) }
  private let signature: TwilioSignature
  private let account: String
  private let token: Secret
  private let sender: String?
  private let answers: AnswerTime
  private let segments: Int
  private let base: String
  private let random: RandomBytes

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    random = environment.random
    token = try settings.secret("auth_token", minimum: 16)
    account = try settings.required("account_sid")
    guard account.wholeMatch(of: /AC[0-9a-f]{32}/) != nil else {
      throw settings.problem("account_sid", "must be AC and 32 hexadecimal digits")
    }
    guard settings.options["webhook_url"] != nil || settings.publicURL != nil else {
      throw settings.problem(
        "webhook_url", "is missing, and so is listen.public_url: Twilio signs the webhook's address")
    }
    let url = try settings.url("webhook_url", standard: settings.publicURL)
    let sharedKey = try settings.optionalSecret("shared_key", minimum: 16)
    guard let signature = TwilioSignature(url: url, token: token, sharedKey: sharedKey) else {
      throw settings.problem("webhook_url", "is no URL")
    }
    self.signature = signature
    sender = settings.options["from"]
    answers = try settings.choice("reply", of: ["later", "response"]) == "later" ? .later : .synchronously
    segments = try settings.number("segments", standard: 10, in: 1...24)
    base = try settings.url("api_url", standard: Self.standard)
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind,
      options: ["api_url": sink, "account_sid": "AC" + Hex.text(Data(random(16))), "segments": "24"],
      secrets: ["auth_token": Secret(Hex.text(Data(random(16))))],
      publicURL: "https://bot.example/webhooks/\(name)")
  }

  // MARK: In

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try request.expectPost()
    try signature.verify(request)
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    if request.hasContentType("application/x-www-form-urlencoded") {
      return read(TwilioMessage(FormBody(request.body)), at: request.receivedAt)
    }
    guard request.hasContentType("application/json") else { throw .unsupportedMediaType }
    guard let message = try JSONBody.decode(TwilioMessage.self, from: request.body) else {
      return .ignored(TwilioReply.response([]), reason: "another shape")
    }
    return read(message, at: request.receivedAt)
  }

  private func read(_ message: TwilioMessage, at now: Date) -> Inbound {
    let silence = TwilioReply.response([])
    guard let id = message.id, let from = message.from, let to = message.to, message.status == nil else {
      return .ignored(silence, reason: "no message")
    }
    guard from != to, from != sender else { return .ignored(silence, reason: "a message of our own") }
    guard !message.isKeyword else { return .ignored(silence, reason: "Twilio answers") }
    guard let text = QuestionText.read(message.body) else { return .ignored(silence, reason: "no words") }
    let event = InboundEvent(
      id: id, text: text, conversation: [name, to, from].joined(separator: "\n"), user: from,
      destination: Destination(lane: from, fields: ["to": from, "from": to]), answers: answers,
      replyBy: TwilioMessage.isWhatsApp(from) ? now + 24 * 3600 : nil)
    return .events([event], acknowledgement: silence)
  }

  // MARK: Out

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    let text = AnswerText(answer)
    let isWhatsApp = TwilioMessage.isWhatsApp(event.destination["to"])
    let style: any TextStyle =
      isWhatsApp ? MarkBreakingStyle() : PlainStyle { TwilioAlphabet.simplified($0.withoutControls) }
    let whole = style.written(text.body + text.closing + text.numberedOffers)
    let (limit, unit) =
      isWhatsApp ? (TwilioAlphabet.longest, TextUnit.utf16) : TwilioAlphabet.room(for: whole, segments: segments)
    let splitter = TextSplitter(limit: limit - LateNote.room, unit: unit, style: style)
    let parts = splitter.split(text, numberingOffers: true)
    return try parts.enumerated().map { index, lines in
      try ChatMessage(TextMessage(text: style.written(lines)), index: index, count: parts.count)
    }
  }

  package func synchronousResponse(_ messages: [ChatMessage], to event: InboundEvent) -> WebhookResponse? {
    let texts = messages.prefix(TwilioReply.limit).compactMap { try? $0.content(as: TextMessage.self).text }
    return texts.isEmpty || event.answers == .later ? nil : TwilioReply.response(texts)
  }

  package func followUps(_ messages: [ChatMessage], to event: InboundEvent) -> [ChatMessage] {
    Array(messages.dropFirst(TwilioReply.limit))
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    let content = try message.content(as: TextMessage.self)
    guard let to = destination["to"], let own = sender ?? destination["from"] else {
      throw .unusable("the recipient is missing")
    }
    let form = FormBody.encoded([
      ("To", to), (own.hasPrefix("MG") ? "MessagingServiceSid" : "From", own),
      ("Body", context.lateNote(before: message) + content.text),
    ])
    var request = OutgoingRequest(
      url: "\(base)/2010-04-01/Accounts/\(account)/Messages.json",
      headers: [.contentType: "application/x-www-form-urlencoded"], body: form)
    request.set([("authorization", "Basic " + Data("\(account):\(token.value)".utf8).base64EncodedString())])
    return request
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    TwilioVerdict.read(response, at: now)
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] { [TwilioSignature.vectorTest, await roundTrip()] }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    let body = FormBody.encoded([
      ("AccountSid", account), ("Body", question), ("From", user), ("MessageSid", "SM" + Hex.text(Data(random(16)))),
      ("To", "+15005550006"),
    ])
    var request = WebhookRequest(
      headers: [.contentType: "application/x-www-form-urlencoded"], body: body, receivedAt: now)
    request.set([signature.header(for: body)])
    return request
  }
}
