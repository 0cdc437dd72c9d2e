import Daemon
import Delivery
import Foundation
import HTTPTypes
import Knowledge
import KnowledgeFixture
import Logging
import Matching

/// A real daemon on a free port, with a small knowledge folder about roses and tulips and a client to ask it.
struct RunningDaemon: Sendable {
  /// Where it listens.
  let address: ListenAddress
  /// The daemon.
  let daemon: Daemon
  /// Its log.
  let log: CollectedLog
  /// Its folder of state.
  let state: StateFolder
  /// Its knowledge folder, to edit.
  let fixture: KnowledgeFixture
  private let engine: CurlEngine

  /// Compiled knowledge of all daemons, beside the test bundle: most of them have the same.
  static let cache = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("daemon-test-cache")

  /// Compiles the knowledge once, so that daemons that start at the same time do not each do it.
  static let prepared: Void = {
    _ = try? KnowledgeFixture.use { fixture in
      try fixture.addSafety()
      _ = try KnowledgeSource(folder: fixture.folder, cache: CompiledCache(folder: cache), region: nil).load()
    }
  }()

  /// Starts a daemon, hands it to `body`, stops it, and removes all its files.
  static func use(
    platforms: [PlatformPlan] = [], state given: StateFolder? = nil,
    plan configurePlan: (inout Daemon.Plan) -> Void = { _ in },
    _ configure: (inout Settings) -> Void = { _ in }, _ body: (RunningDaemon) async throws -> Void
  ) async throws {
    Self.prepared
    try await KnowledgeFixture.use { fixture in
      try fixture.addSafety()
      var settings = Settings()
      settings.listen.port = 0
      settings.rates.addressPerMinute = 0
      configure(&settings)
      let log = CollectedLog()
      let source = KnowledgeSource(folder: fixture.folder, cache: CompiledCache(folder: Self.cache), region: nil)
      let state = given ?? StateFolder(url: fixture.home.appendingPathComponent("state"))
      var plan = Daemon.Plan(
        settings: settings, knowledge: source, platforms: platforms, state: state, logger: log.logger)
      plan.stopsBySignal = false
      configurePlan(&plan)
      let daemon = try await Daemon(plan)
      let engine = try CurlEngine(agent: "test")
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await daemon.run() }
        let running = RunningDaemon(
          address: try await daemon.ready(), daemon: daemon, log: log, state: state, fixture: fixture, engine: engine)
        do {
          try await body(running)
          group.cancelAll()
        } catch {
          group.cancelAll()
          throw error
        }
      }
      await engine.shutdown()
    }
  }

  /// Sends a request and gives the response.
  func send(
    _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: Data = Data()
  ) async throws -> TransferResponse {
    try await engine.perform(
      TransferRequest(
        method: method, url: address.url + path, headers: headers, body: body, totalTimeout: .seconds(120),
        maximumResponseBytes: 1 << 20, access: AddressAccess(naming: [address.host])))
  }

  /// Sends JSON.
  func post(_ path: String, _ json: String, type: String = "application/json") async throws -> TransferResponse {
    try await send(.post, path, headers: [.contentType: type], body: Data(json.utf8))
  }

  /// The metrics as text.
  func metrics() async throws -> String {
    String(decoding: try await send(.get, "/metrics").body, as: UTF8.self)
  }
}
