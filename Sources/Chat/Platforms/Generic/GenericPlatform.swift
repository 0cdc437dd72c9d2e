package import Answering
package import Foundation
internal import HTTPTypes

/// Any client that speaks Standard Webhooks (https://www.standardwebhooks.com): it posts a question, signed, and gets the
/// answer as a signed post to its own URL, or in the response.
package struct GenericPlatform: ChatPlatform {
  package static let kind = "generic"

  package static let keys: [SettingKey] = [
    .secret(
      "secret",
      "signs questions: whsec_ and base64 of 24 to 64 bytes; several, separated by spaces, while one is changed"),
    .secret("callback_secret", required: false, "signs answers, in the same form; the secret of questions if left out"),
    .optional(
      "reply", standard: "callback",
      "callback: answers are posted to callback_url; response: they stand in the response"),
    .optional("callback_url", standard: nil, "where answers are posted; needed for reply: callback"),
  ]

  package let name: String
  private let secrets: StandardWebhookSecrets
  private let callbackSecrets: StandardWebhookSecrets
  private let callback: String?
  private let random: RandomBytes

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    random = environment.random
    secrets = try Self.secrets("secret", settings.secret("secret"), settings)
    let own = try settings.optionalSecret("callback_secret")
    callbackSecrets =
      try own.map { secret throws(SettingsProblem) in
        try Self.secrets("callback_secret", secret, settings)
      } ?? secrets
    let reply = try settings.choice("reply", of: ["callback", "response"])
    callback = reply == "callback" ? try settings.url("callback_url") : nil
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    let secret = "whsec_" + Data(random(32)).base64EncodedString()
    return PlatformSettings(
      name: name, kind: kind, options: ["callback_url": sink + "/callback"], secrets: ["secret": Secret(secret)])
  }

  private static func secrets(
    _ key: String, _ secret: Secret, _ settings: PlatformSettings
  ) throws(SettingsProblem) -> StandardWebhookSecrets {
    guard let secrets = StandardWebhookSecrets(secret) else {
      throw settings.problem(key, "must be whsec_ and the base64 of 24 to 64 random bytes")
    }
    return secrets
  }

  // MARK: In

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try request.expectPost()
    guard let id = request.header("webhook-id"), let timestamp = request.header("webhook-timestamp"),
      let signatures = request.header("webhook-signature"), !id.contains("."), id.utf8.count <= 256
    else { throw .unauthenticated }
    try Freshness.check(timestamp, at: now)
    guard secrets.accept(signatures, id: id, timestamp: timestamp, body: request.body) else { throw .unauthenticated }
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard request.hasContentType("application/json") else { throw .unsupportedMediaType }
    guard let id = request.header("webhook-id") else { throw .unauthenticated }
    guard let message = try JSONBody.decode(GenericQuestion.self, from: request.body) else {
      return Self.ignored("the body has another shape")
    }
    guard message.type == "question" else { return Self.ignored("the type is not question") }
    guard let text = QuestionText.read(message.data.question) else { return Self.ignored("the question is empty") }
    let user = message.data.user ?? ""
    let conversation = message.data.conversation ?? (user.isEmpty ? id : user)
    guard user.utf8.count <= 256, conversation.utf8.count <= 256 else { return Self.ignored("an id is too long") }
    let asked = request.receivedAt.formatted(.iso8601)
    let destination = Destination(
      lane: conversation, fields: ["question": id, "conversation": conversation, "asked": asked])
    let event = InboundEvent(
      id: id, text: text, conversation: "\(name)\n\(conversation)\n\(user)", user: user, destination: destination,
      answers: callback == nil ? .synchronously : .later)
    return .events([event], acknowledgement: .json(#"{"status":"accepted"}"#, status: .accepted))
  }

  private static func ignored(_ reason: StaticString) -> Inbound {
    .ignored(.json(#"{"status":"ignored","reason":"\#(reason)"}"#), reason: reason)
  }

  // MARK: Out

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    // A response is read whole, so only posts are cut.
    let limit = event.answers == .later ? GenericAnswer.textLimit - LateNote.room : .max
    let style = PlainStyle { $0.withoutControls }
    let splitter = TextSplitter(limit: limit, unit: .jsonBytes, style: style)
    let parts = splitter.split(AnswerText(answer), numberingOffers: true)
    return try parts.enumerated().map { index, lines in
      let part = GenericAnswer(answer, text: style.written(lines), part: index + 1, of: parts.count)
      return try ChatMessage(part, index: index, count: parts.count)
    }
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    guard let callback else { throw .unusable("the platform answers in the response") }
    let body = try envelope(message, to: destination, lateSince: context.lateSince)
    // The id may hold no full stop and stays the same over retries; the time and with it the signature do not.
    let id = "msg_" + MessageCode.name(of: context.key)
    let timestamp = String(Int64(context.now.timeIntervalSince1970))
    var request = OutgoingRequest(json: body, to: callback)
    let signature = callbackSecrets.sign(id: id, timestamp: timestamp, body: body)
    let fields = [("webhook-id", id), ("webhook-timestamp", timestamp), ("webhook-signature", signature)]
    request.set(fields)
    return request
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    StatusReading.verdict(response, at: now)
  }

  package func synchronousResponse(_ messages: [ChatMessage], to event: InboundEvent) -> WebhookResponse? {
    guard event.answers == .synchronously, messages.count == 1, let message = messages.first,
      let body = try? envelope(message, to: event.destination, lateSince: nil)
    else { return nil }
    return .json(body)
  }

  private func envelope(
    _ message: ChatMessage, to destination: Destination, lateSince: Date?
  ) throws(OutgoingFailure) -> Data {
    guard var answer = try? JSONDecoder().decode(GenericAnswer.self, from: message.payload) else {
      throw .unusable("the stored message cannot be read")
    }
    answer.question = destination["question"]
    answer.conversation = destination["conversation"]
    if let lateSince, message.isFirst { answer.text = LateNote.text(askedAt: lateSince) + "\n\n" + answer.text }
    let envelope = GenericEnvelope(type: "answer", timestamp: destination["asked"] ?? "", data: answer)
    guard let body = try? JSONBody.encode(envelope) else { throw .unusable("the message cannot be written") }
    return body
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] {
    [StandardWebhookSecrets.vectorTest, await roundTrip()]
  }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    let data = GenericQuestion.Fields(question: question, conversation: nil, user: user)
    guard let body = try? JSONBody.encode(GenericQuestion(type: "question", data: data)) else { return nil }
    let id = "msg_" + Hex.text(Data(random(16)))
    let timestamp = String(Int64(now.timeIntervalSince1970))
    var request = WebhookRequest(headers: [.contentType: "application/json"], body: body, receivedAt: now)
    request.set([
      ("webhook-id", id), ("webhook-timestamp", timestamp),
      ("webhook-signature", secrets.sign(id: id, timestamp: timestamp, body: body)),
    ])
    return request
  }
}
