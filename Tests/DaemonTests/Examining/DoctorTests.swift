import Chat
import Daemon
import Delivery
import Foundation
import HTTPTypes
import KnowledgeFixture
import Matching
import NIOConcurrencyHelpers
import Testing

@Suite("The doctor")
struct DoctorTests {
  /// A homeserver as far as a ping needs one: it answers the ping by pinging the daemon, with what it takes for the token.
  private final class PingingHomeserver: Sendable {
    let trial: TrialPlatform
    let answer = NIOLockedValueBox<String?>(nil)
    let token = NIOLockedValueBox("")
    let daemon = NIOLockedValueBox<RunningDaemon?>(nil)

    init(_ trial: TrialPlatform) {
      self.trial = trial
      token.withLockedValue { $0 = trial.plan.settings.secrets["hs_token"]?.value ?? "" }
    }

    func answer(_ call: HTTPCall) async throws -> HTTPReply {
      guard call.path == "/_matrix/client/v1/appservice/marrow/ping" else { return HTTPReply(status: .notFound) }
      if let code = answer.withLockedValue({ $0 }) { return Self.fault(code) }
      guard let daemon = daemon.withLockedValue({ $0 }) else { return Self.fault("M_CONNECTION_FAILED") }
      let headers: HTTPFields = [
        .authorization: "Bearer " + token.withLockedValue { $0 }, .contentType: "application/json",
      ]
      let response = try await daemon.send(
        .post, "/webhooks/trial/_matrix/app/v1/ping", headers: headers, body: call.body)
      return response.status == 200
        ? .text(#"{"duration_ms": 1}"#, type: "application/json") : Self.fault("M_BAD_STATUS")
    }

    private static func fault(_ code: String) -> HTTPReply {
      .text(#"{"errcode": "\#(code)", "error": "canary"}"#, type: "application/json", status: .badGateway)
    }
  }

  private func use(_ body: (RunningDaemon, PingingHomeserver) async throws -> Void) async throws {
    let box = NIOLockedValueBox<PingingHomeserver?>(nil)
    let sink = Sink { call in
      guard let server = box.withLockedValue({ $0 }) else { return HTTPReply(status: .badGateway) }
      return try await server.answer(call)
    }
    try await TrialPlatform.use("matrix", sink: sink) { trial in
      let server = PingingHomeserver(trial)
      box.withLockedValue { $0 = server }
      try await RunningDaemon.use(platforms: [trial.plan]) { daemon in
        server.daemon.withLockedValue { $0 = daemon }
        // The control socket, by which the doctor tells that the daemon runs, is there a moment after the daemon is ready.
        _ = try await daemon.control("GET", "/outbox")
        try await body(daemon, server)
      }
    }
  }

  /// What the doctor says of the ping, in the daemon's folder of state or in an empty one.
  private func ping(
    _ daemon: RunningDaemon, _ server: PingingHomeserver, state: URL? = nil, hosts: [String] = ["127.0.0.1"]
  ) async -> Diagnosis? {
    let trial = server.trial.plan.settings
    var entry = PlatformEntry(name: "trial", kind: "matrix")
    entry.options = trial.options
    entry.privateHosts = hosts
    var settings = Settings()
    settings.platforms = [entry]
    settings.store.folder = (state ?? daemon.state.url).path
    let secrets = trial.secrets.map { (entry.variable($0), $1.value) }
    let source = KnowledgeSource(
      folder: daemon.fixture.folder, cache: CompiledCache(folder: RunningDaemon.cache), region: nil)
    let doctor = Doctor(settings, knowledge: source, environment: Dictionary(uniqueKeysWithValues: secrets))
    return await doctor.examinePlatforms().first { $0.subject == "trial (matrix)" && $0.finding.contains("ping") }
  }

  @Test("A homeserver that reaches the daemon with the right tokens is well")
  func good() async throws {
    try await use { daemon, server in
      #expect(await ping(daemon, server)?.line == "ok       trial (matrix): ping by the homeserver")
    }
  }

  @Test("A wrong hs_token is found by the ping and named")
  func wrongToken() async throws {
    try await use { daemon, server in
      server.token.withLockedValue { $0 = "another" }
      let found = try #require(await ping(daemon, server))
      #expect(found.state == .broken && found.finding.contains("hs_token is not that of the registration"))
    }
  }

  @Test(
    "What a homeserver answers becomes what to fix",
    arguments: [
      ("M_UNKNOWN_TOKEN", "as_token"), ("M_FORBIDDEN", "appservice_id"), ("M_URL_NOT_SET", "has no url"),
      ("M_CONNECTION_FAILED", "cannot reach it at the url"), ("M_UNRECOGNIZED", "homeserver_url"),
    ])
  func advice(_ code: String, _ advice: String) async throws {
    try await use { daemon, server in
      server.answer.withLockedValue { $0 = code }
      let found = try #require(await ping(daemon, server))
      #expect(found.state == .broken && found.finding.contains(code) && found.finding.contains(advice))
      #expect(!found.finding.contains("canary"))
    }
  }

  @Test("Everything that a daemon needs is looked at, and said in words")
  func everything() async throws {
    try await use { daemon, server in
      let source = KnowledgeSource(
        folder: daemon.fixture.folder, cache: CompiledCache(folder: RunningDaemon.cache), region: nil)
      var settings = Settings()
      settings.store.folder = daemon.state.url.path
      settings.answering.region = "atlantis"
      let found = await Doctor(settings, knowledge: source, environment: [:]).examine()
      let subjects = Set(found.map(\.subject))
      #expect(subjects.isSuperset(of: ["knowledge", "model", "platforms", "daemon", "answering.region"]))
      #expect(found.contains { $0.state == .broken && $0.finding.contains("no such region") })
    }
  }

  @Test("Before the daemon runs, that it cannot be reached is only a warning")
  func notRunning() async throws {
    try await use { daemon, server in
      server.daemon.withLockedValue { $0 = nil }
      let elsewhere = daemon.fixture.home.appendingPathComponent("elsewhere")
      let found = try #require(await ping(daemon, server, state: elsewhere))
      #expect(found.state == .doubtful && found.finding.contains("the daemon does not run; start it"))
    }
  }

  @Test("A homeserver on a private address that is not named is not reached, and that is said")
  func privateAddress() async throws {
    try await use { daemon, server in
      let found = try #require(await ping(daemon, server, hosts: []))
      #expect(found.state == .broken && found.finding.contains("private_hosts"))
    }
  }
}
