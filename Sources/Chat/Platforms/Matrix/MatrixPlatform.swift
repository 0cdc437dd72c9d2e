package import Answering
package import Foundation
internal import HTTPTypes

/// Matrix as an application service: https://spec.matrix.org/latest/application-service-api/
///
/// The homeserver pushes transactions and sends one again until it is accepted; nothing else comes meanwhile. So a transaction
/// is never refused for what its events say. Ids of transactions may be used again after a restart of the homeserver: copies
/// are told by the events' ids alone.
///
/// Whether a room is a conversation of two or of many, an event does not say: ``prepare(_:)`` asks the homeserver.
package struct MatrixPlatform: ChatPlatform {
  package static let kind = "matrix"

  package static let keys: [SettingKey] = [
    .secret("as_token", "as_token of the registration: ours for the homeserver"),
    .secret("hs_token", "hs_token of the registration: the homeserver's for us"),
    .required("homeserver_url", "base URL of the homeserver's client API"),
    .required("user_id", "the bot's user id: @, sender_localpart of the registration, a colon, the server's name"),
    .optional("appservice_id", standard: "marrow", "id of the registration, for the check by ping"),
    .optional(
      "threads", standard: "always", "where answers open a thread: always, or in groups only (rooms of more than two)"),
  ]

  private static let mount = "/_matrix/app/v1/"
  /// Rooms asked about for one transaction; the homeserver waits for us meanwhile.
  private static let askLimit = 16

  package let name: String
  package var rendersAlike: Bool { true }
  /// Up to 100 events of 64 KiB each come at once, and a refusal would hold up the homeserver's queue for good.
  package var largestBody: Int { 8 * 1024 * 1024 }
  /// A homeserver sends a transaction again, ever more seldom, until it is taken.
  package var waitsForEach: Bool { true }
  /// A note to an encrypted room is not said again for a month.
  package var duplicateMemory: Duration { .seconds(30 * 24 * 3600) }
  private let token: Secret
  private let own: MatrixName
  private let service: String
  private let homeserver: MatrixHomeserver
  private let reader: MatrixReader
  private let rooms = MatrixRooms()
  private let environment: PlatformEnvironment

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    self.environment = environment
    token = try settings.secret("hs_token", minimum: 16)
    homeserver = MatrixHomeserver(
      base: try settings.url("homeserver_url"), token: try settings.secret("as_token", minimum: 16))
    guard token != homeserver.token else {
      throw settings.problem("hs_token", "must differ from as_token; make two random tokens")
    }
    guard let own = MatrixName(try settings.required("user_id")) else {
      throw settings.problem("user_id", "must be of the form @marrow:example.org")
    }
    self.own = own
    service = settings.options["appservice_id"] ?? "marrow"
    let threads = try settings.choice("threads", of: ["always", "groups"])
    reader = MatrixReader(platform: settings.name, own: own, threadsAlways: threads == "always", rooms: rooms)
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind, options: ["homeserver_url": sink, "user_id": "@marrow:marrow.test"],
      secrets: [
        "as_token": Secret("as_" + Hex.text(Data(random(16)))), "hs_token": Secret("hs_" + Hex.text(Data(random(17)))),
      ])
  }

  // MARK: In

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    guard let given = request.header("authorization"), ConstantTime.equal(given, "Bearer " + token.value) else {
      throw .forbidden
    }
  }

  package func prepare(_ request: WebhookRequest) async throws(WebhookRefusal) {
    guard request.path.hasPrefix(Self.mount + "transactions/"), request.method == .put else { return }
    for room in try reader.unknownRooms(request).prefix(Self.askLimit) {
      if let members = try await members(of: room) {
        rooms.remember(room, isDirect: members <= 2, at: request.receivedAt)
      }
    }
  }

  private struct Summary: Decodable {
    let members: Int

    private enum CodingKeys: String, CodingKey { case members = "num_joined_members" }
  }

  /// How many are in a room; nil where the homeserver will not say, so that only mentions count there.
  ///
  /// - Throws: ``WebhookRefusal/unavailable`` where it cannot say now: it pushes the transaction again.
  private func members(of room: String) async throws(WebhookRefusal) -> Int? {
    do throws(FetchFailure) {
      let response = try await environment.fetcher.fetch(homeserver.summary(of: room))
      if [429, 502, 503, 504].contains(response.status) { throw FetchFailure() }
      guard response.status == 200 else { return nil }
      return try? JSONDecoder().decode(Summary.self, from: response.body).members
    } catch { throw .unavailable }
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard request.path.hasPrefix(Self.mount) else { throw .notFound }
    let parts = request.path.dropFirst(Self.mount.count).split(separator: "/", maxSplits: 1)
    switch (parts.first, parts.count) {
    case ("transactions", 2):
      try expect(.put, request)
      guard request.hasContentType("application/json") else { throw .unsupportedMediaType }
      return try reader.read(request)
    case ("ping", 1):
      try expect(.post, request)
      return .handshake(MatrixReader.acknowledgement)
    case ("users", 2):
      try expect(.get, request)
      return .handshake(parts[1] == own.id ? MatrixReader.acknowledgement : Self.unknown)
    case ("rooms", 2):
      try expect(.get, request)
      return .handshake(Self.unknown)
    default: throw .notFound
    }
  }

  private func expect(_ method: HTTPRequest.Method, _ request: WebhookRequest) throws(WebhookRefusal) {
    guard request.method != method else { return }
    switch method {
    case .put: throw .methodNotAllowed("PUT")
    case .post: throw .methodNotAllowed("POST")
    default: throw .methodNotAllowed("GET")
    }
  }

  /// To a question after a user or a room that is not ours: there is none, and none is made.
  private static let unknown = MatrixError.response(
    "M_NOT_FOUND", "not found", as: WebhookResponse(status: .notFound))

  package func response(to refusal: WebhookRefusal) -> WebhookResponse {
    let code =
      switch refusal {
      case .unauthenticated, .stale, .forbidden: "M_FORBIDDEN"
      case .notFound, .methodNotAllowed: "M_UNRECOGNIZED"
      case .malformed, .unsupportedMediaType: "M_NOT_JSON"
      case .unavailable: "M_UNKNOWN"
      }
    return MatrixError.response(code, refusal.reason, as: WebhookResponse(refusal))
  }

  // MARK: Out

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    try MatrixMessage.messages(AnswerText(answer))
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    if let room = destination["join"] { return try homeserver.join(room) }
    guard let room = destination["room"], !room.isEmpty else { throw .unusable("the room is missing") }
    guard var content = try? JSONDecoder().decode(MatrixMessage.self, from: message.payload) else {
      throw .unusable("the stored message cannot be read")
    }
    if let lateSince = context.lateSince, message.isFirst { content.prepend(LateNote.text(askedAt: lateSince)) }
    let notice = MatrixNotice(content, thread: destination["thread"], question: destination["event"])
    return try homeserver.send(notice, to: room, transaction: MessageCode.name(of: context.key))
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    MatrixVerdict.read(response, at: now)
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] {
    let now = Date(timeIntervalSince1970: 1_700_000_000)
    guard var request = simulated(question: "What is leukemia?", user: "U1", at: now) else { return [] }
    let acceptsOwn = await accepts(request, at: now)
    request.headers[.authorization] = "Bearer " + token.value + "x"
    let acceptsOther = await accepts(request, at: now)
    let own = SelfTestResult("own token accepted, another refused", passed: acceptsOwn && !acceptsOther)
    // Where nothing can be fetched there is nobody to ask.
    guard !(environment.fetcher is NoFetcher) else { return [own] }
    let ping = MatrixPing(homeserver: homeserver, service: service, fetcher: environment.fetcher)
    return [own, await ping.result(transaction: Hex.text(Data(environment.random(8))))]
  }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    let server = own.id.drop { $0 != ":" }
    let event = MatrixEvent(
      type: "m.room.message", id: "$" + Hex.text(Data(environment.random(16))),
      room: "!" + MessageCode.name(of: user), sender: user.hasPrefix("@") ? user : "@\(user)\(server)",
      time: Int64(now.timeIntervalSince1970 * 1000),
      content: MatrixEvent.Content(
        kind: "m.text", body: question, mentions: MatrixEvent.Mentions(users: [own.id])))
    guard let body = try? JSONBody.encode(["events": [event]]) else { return nil }
    let transaction = Hex.text(Data(environment.random(8)))
    return WebhookRequest(
      method: .put, path: Self.mount + "transactions/" + transaction,
      headers: [.contentType: "application/json", .authorization: "Bearer " + token.value], body: body, receivedAt: now)
  }
}
