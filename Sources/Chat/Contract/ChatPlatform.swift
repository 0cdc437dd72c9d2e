package import Answering
package import Foundation

/// One chat platform: how its requests are verified and read, how answers look there, and how they are sent.
///
/// Nothing here opens a socket or keeps state: requests and responses are neutral values, and whoever runs the platform
/// carries them. A platform is one folder under `Platforms/` and one line in ``PlatformRegistry``. The flow of one request:
///
/// 1. ``verify(_:at:)`` over the raw bytes; a refusal becomes ``response(to:)`` and nothing is stored.
/// 2. ``prepare(_:)``, then ``read(_:)``: a handshake, something to ignore, or events that each hold a question.
/// 3. For each event ``render(_:for:)``. An event that is answered ``AnswerTime/synchronously`` gets
///    ``synchronousResponse(_:to:)`` as the response, and only its ``followUps(_:to:)`` are stored; the messages of all others
///    are stored, and the acknowledgement is the response.
/// 4. For each stored message ``outgoing(_:to:context:)`` when it is due, then ``interpret(_:at:)``.
package protocol ChatPlatform: Sendable {
  /// The platform's name in the configuration, such as "slack".
  static var kind: String { get }

  /// The keys its configuration may have; any other key is refused before ``init(settings:environment:)`` is called, and so
  /// is a missing one that is required.
  static var keys: [SettingKey] { get }

  /// A platform with these settings.
  ///
  /// - Throws: ``SettingsProblem`` naming the key whose value cannot be used, such as a secret that is too short.
  init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem)

  /// Settings with fresh keys whose replies all go to `sink`, a base URL on this machine: for trying the platform without an
  /// account there. They hold what ``simulated(question:user:at:)`` needs to sign.
  static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings

  /// The configured name; requests arrive at `/webhooks/{name}`.
  var name: String { get }

  /// How quickly messages may be sent. Default: no limit of its own.
  var pace: SendPace { get }

  /// The largest body, in bytes, that its requests may have. Default: 256 KiB. More only where the platform sends many events
  /// at once and a refusal would hold them all up for good.
  var largestBody: Int { get }

  /// True where the platform sends nothing else until a request is taken, so that refusing one sender would hold up everybody.
  /// Default: false.
  var waitsForEach: Bool { get }

  /// How long ids of events must be remembered, since the platform may send them again. Default: 72 hours, the least.
  var duplicateMemory: Duration { get }

  /// Accepts a request as the platform's own, or throws.
  ///
  /// Reads the raw bytes, compares in constant time and fails closed. May fetch keys with the environment's fetcher, never
  /// anything else. A missing, doubled or malformed header is a refusal like any other.
  ///
  /// - Parameter now: the time against which the request's age is told.
  /// - Throws: ``WebhookRefusal``, which holds no text of the request.
  func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal)

  /// Fetches what reading a verified request needs and only the platform's server knows, such as how many are in a room. Called
  /// between ``verify(_:at:)`` and ``read(_:)``. Default: nothing is needed.
  ///
  /// - Throws: ``WebhookRefusal/unavailable`` where the platform had better send the request again.
  func prepare(_ request: WebhookRequest) async throws(WebhookRefusal)

  /// What a verified request says. Authenticated requests that make no sense are ``Inbound/ignored(_:reason:)``, since a
  /// platform that gets an error sends them again.
  ///
  /// - Throws: ``WebhookRefusal`` where the body cannot be read at all, or the path or method is not one of the platform's.
  func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound

  /// What the platform is told about a refusal. Default: the refusal's status, and its reason as a small JSON object.
  func response(to refusal: WebhookRefusal) -> WebhookResponse

  /// An answer as messages, in order: escaped, within the platform's limit, the disclaimer whole in the last.
  ///
  /// - Throws: where a message cannot be encoded, which no answer is known to cause.
  func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage]

  /// True where ``render(_:for:)`` looks at nothing of the event, so that what it made of an answer serves all who get the same.
  /// Default: false.
  var rendersAlike: Bool { get }

  /// The request that sends one message now. Secrets are added here and stand in no stored value. A note that the answer is
  /// late goes before the first message only, whatever message the context comes with.
  ///
  /// - Throws: ``OutgoingFailure``. May fetch an access token with the environment's fetcher.
  func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest

  /// What a response to ``outgoing(_:to:context:)`` means for the message.
  ///
  /// - Parameter now: the time of the response, for `Retry-After` dates.
  func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict

  /// Where a destination has moved to, if a response says that it has: the message is sent there once, at once, under the same
  /// key. Default: nil, nothing ever moves.
  func newPlace(of destination: Destination, after response: OutgoingResponse) -> Destination?

  /// The same message without mark-up, for ``SendVerdict/tryPlain(_:)``. Default: nil, there is none.
  func plain(_ message: ChatMessage) -> ChatMessage?

  /// The response that carries the whole answer, for events that are answered ``AnswerTime/synchronously``. Default: nil,
  /// the platform has no such response.
  func synchronousResponse(_ messages: [ChatMessage], to event: InboundEvent) -> WebhookResponse?

  /// The messages of an answer that ``synchronousResponse(_:to:)`` has no room for: they are stored and sent like those that
  /// go out ``AnswerTime/later``. Default: none.
  func followUps(_ messages: [ChatMessage], to event: InboundEvent) -> [ChatMessage]

  /// Checks of the signature code against known vectors and against the configured keys; all must pass.
  func selfTest() async -> [SelfTestResult]

  /// A request with this question, signed as the platform would sign it; nil where the settings hold no key that signs (the
  /// private half is the platform's).
  func simulated(question: String, user: String, at now: Date) -> WebhookRequest?
}

extension ChatPlatform {
  package var pace: SendPace { SendPace() }
  package var largestBody: Int { 256 * 1024 }
  package var waitsForEach: Bool { false }
  package var rendersAlike: Bool { false }
  package var duplicateMemory: Duration { .seconds(72 * 3600) }
  package func response(to refusal: WebhookRefusal) -> WebhookResponse { WebhookResponse(refusal) }
  package func prepare(_ request: WebhookRequest) async throws(WebhookRefusal) {}
  package func newPlace(of destination: Destination, after response: OutgoingResponse) -> Destination? { nil }
  package func plain(_ message: ChatMessage) -> ChatMessage? { nil }
  package func followUps(_ messages: [ChatMessage], to event: InboundEvent) -> [ChatMessage] { [] }
  package func synchronousResponse(_ messages: [ChatMessage], to event: InboundEvent) -> WebhookResponse? { nil }
}
