package import Answering
package import Foundation
internal import HTTPTypes

/// A platform whose requests bear a token in their body and whose answers are text: all that such platforms do alike. Each adds
/// the shape of its requests, and where and how a text is posted.
package protocol SharedTokenPlatform: ChatPlatform {
  /// What a request says.
  associatedtype Payload: Codable, Sendable

  /// The tokens that its requests may bear.
  var tokens: SharedTokens { get }
  /// Units that a message may have.
  var limit: Int { get }
  /// What the limit counts.
  static var unit: TextUnit { get }
  /// How a line is written.
  static var style: MarkdownStyle { get }
  /// What a request gets that asks nothing, or whose answer comes later.
  static var acknowledgement: WebhookResponse { get }

  /// What a payload says.
  func inbound(_ payload: Payload, at now: Date) -> Inbound

  /// The request that posts a text.
  ///
  /// - Throws: ``OutgoingFailure/unusable(_:)`` where the destination lacks something.
  func post(_ text: String, to destination: Destination, key: String) throws(OutgoingFailure) -> OutgoingRequest

  /// A payload with a question, as the platform would write it.
  func sample(_ question: String, user: String, at now: Date) -> Payload
}

extension SharedTokenPlatform {
  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try request.expectPost()
    try tokens.verify(request)
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard let payload = try request.decode(Payload.self) else { return Self.ignored("another shape") }
    return inbound(payload, at: request.receivedAt)
  }

  /// A request that asks nothing.
  package static func ignored(_ reason: StaticString) -> Inbound { .ignored(acknowledgement, reason: reason) }

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    try TextMessage.messages(AnswerText(answer), limit: limit, unit: Self.unit, style: Self.style)
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    try post(TextMessage.read(message, context: context), to: destination, key: context.key)
  }

  package func selfTest() async -> [SelfTestResult] {
    let now = Date(timeIntervalSince1970: 1_700_000_000)
    guard let request = simulated(question: "What is leukemia?", user: "U1", at: now) else { return [] }
    var changed = request
    let body = String(decoding: request.body, as: UTF8.self)
    changed.body = Data(body.replacingLiteral(tokens.first, with: tokens.first + "x").utf8)
    let acceptsOwn = await accepts(request, at: now)
    let acceptsOther = await accepts(changed, at: now)
    return [SelfTestResult("own token accepted, another refused", passed: acceptsOwn && !acceptsOther)]
  }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    guard let body = try? JSONBody.encode(sample(question, user: user, at: now)) else { return nil }
    return WebhookRequest(headers: [.contentType: "application/json"], body: body, receivedAt: now)
  }
}
