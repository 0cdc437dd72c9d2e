import Chat
import Delivery
package import Foundation
import HTTPTypes
import Matching
import NIOConcurrencyHelpers

/// Kills a daemon at random points while questions come in and a moody receiver takes replies, and counts what was lost.
package struct KillRehearsal: Sendable {
  /// How large a rehearsal is.
  package struct Plan: Sendable {
    /// The program.
    package var binary: URL
    /// The folder that holds `Knowledge/`.
    package var home: URL
    /// Questions asked.
    package var questions = 2000
    /// Conversations that they belong to, which go on beside each other.
    package var conversations = 100
    /// Kills.
    package var kills = 50
    /// Seed of the dice: of the moments of the kills and of the receiver's moods.
    package var seed: UInt64 = 1
    /// Variables for the program, besides those of this process.
    package var environment: [String: String] = [:]
    /// Longest wait for the last reply.
    package var patience: Duration = .seconds(600)
    /// Hears after every kill, and while the last replies are waited for, how far it is.
    package var progress: @Sendable (String) -> Void = { _ in }

    /// A plan.
    package init(binary: URL, home: URL) {
      self.binary = binary
      self.home = home
    }
  }

  private let plan: Plan
  private let ledger = KillLedger()
  private let dice: NIOLockedValueBox<SeededGenerator>
  private let killed = NIOLockedValueBox(0)
  /// One kill in so many comes before the daemon is ready.
  private static let earlyKills = 8
  /// The receiver fails one reply at most so often.
  private static let mostFailures = 2

  /// A rehearsal.
  package init(_ plan: Plan) {
    self.plan = plan
    dice = NIOLockedValueBox(SeededGenerator(seed: plan.seed))
  }

  /// Runs it.
  /// - Throws: where the program cannot be started.
  package func run() async throws -> KillReport {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("marrow-kills-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let engine = try CurlEngine(agent: "marrow-rehearsal")
    let sink = Sink { try await receive($0) }
    let report = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await sink.run() }
      let settings = GenericPlatform.trial(name: "trial", sink: try await sink.address(), using: .system)
      let port = FreePort.any()
      let daemon = try daemon(settings, port: port, folder: folder)
      try daemon.start()
      do {
        try await rehearse(daemon, settings, address: "http://127.0.0.1:\(port)", by: engine)
      } catch {
        await daemon.kill()
        throw error
      }
      await daemon.kill()
      group.cancelAll()
      return ledger.report(seed: plan.seed, kills: plan.kills)
    }
    await engine.shutdown()
    return report
  }

  private func rehearse(
    _ daemon: KilledDaemon, _ settings: PlatformSettings, address: String, by engine: CurlEngine
  ) async throws {
    let url = address + "/webhooks/trial"
    let platform = try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await kill(daemon, by: engine, at: address) }
      for conversation in 0..<plan.conversations {
        group.addTask { try await ask(conversation, platform, url: url, by: engine) }
      }
      try await group.waitForAll()
    }
    plan.progress("all questions are accepted, \(ledger.missing) replies are still to come")
    let limit = ContinuousClock.now + plan.patience
    while ledger.missing > 0, ContinuousClock.now < limit { try await Task.sleep(for: .milliseconds(50)) }
    // A reply that is sent twice may still be under way.
    try await Task.sleep(for: .seconds(2))
  }

  private func kill(_ daemon: KilledDaemon, by engine: CurlEngine, at address: String) async throws {
    for number in 1...max(1, plan.kills) where plan.kills > 0 {
      let (isEarly, pause) = dice.withLockedValue { dice in
        (Int.random(in: 0..<Self.earlyKills, using: &dice) == 0, Int.random(in: 50...1500, using: &dice))
      }
      if !isEarly { try await ready(by: engine, at: address) }
      try await Task.sleep(for: .milliseconds(pause))
      await daemon.kill()
      killed.withLockedValue { $0 = number }
      plan.progress("kill \(number) of \(plan.kills): \(ledger.acceptedCount) accepted, \(ledger.missing) to come")
      try daemon.start()
    }
  }

  /// Waits until the daemon takes questions.
  private func ready(by engine: CurlEngine, at address: String) async throws {
    let request = TransferRequest(
      method: .get, url: address + "/readyz", totalTimeout: .seconds(1), access: AddressAccess(naming: ["127.0.0.1"]))
    while (try? await engine.perform(request))?.status != 200 { try await Task.sleep(for: .milliseconds(20)) }
  }

  /// Asks a conversation's questions one after the other, each until the daemon has taken it, as a platform would.
  private func ask(
    _ conversation: Int, _ platform: any ChatPlatform, url: String, by engine: CurlEngine
  ) async throws {
    let share = plan.questions / plan.conversations + (conversation < plan.questions % plan.conversations ? 1 : 0)
    for number in 0..<share {
      // Spread over all kills, so that each finds questions coming in.
      while plan.kills > 0, number * plan.kills > share * (killed.withLockedValue { $0 } + 1) {
        try await Task.sleep(for: .milliseconds(20))
      }
      let question = Self.questions[(conversation + number) % Self.questions.count]
      guard let event = platform.simulated(question: question, user: "user-\(conversation)", at: Date()),
        let id = event.header("webhook-id")
      else { return }
      let request = TransferRequest(
        method: .post, url: url, headers: event.headers, body: event.body, totalTimeout: .seconds(5),
        access: AddressAccess(naming: ["127.0.0.1"]))
      while true {
        if let response = try? await engine.perform(request), (200..<300).contains(response.status) { break }
        try await Task.sleep(for: .milliseconds(20))
      }
      ledger.accepted(id, of: "user-\(conversation)")
    }
  }

  /// Takes most replies; refuses some for now, lets some wait too long, and answers some so that it cannot be understood.
  private func receive(_ call: HTTPCall) async throws -> HTTPReply {
    struct Envelope: Decodable {
      struct Fields: Decodable {
        let question: String
        let conversation: String
      }
      let data: Fields
    }
    let envelope = try JSONDecoder().decode(Envelope.self, from: call.body)
    let key = HTTPField.Name("webhook-id").flatMap { call.headers[$0] } ?? ""
    let roll = dice.withLockedValue { Int.random(in: 0..<100, using: &$0) }
    // Each further try of a reply waits longer, minutes in the end, and nothing new is learnt from that.
    let mood = ledger.failures(of: key) < Self.mostFailures ? roll : 99
    switch mood {
    case 0..<5:
      ledger.failed(key)
      return HTTPReply(status: .tooManyRequests, headers: [.retryAfter: "1"])
    case 5..<13:
      ledger.failed(key)
      return HTTPReply(status: .internalServerError)
    case 13..<16:
      // Not taken, but the sender cannot know.
      ledger.failed(key)
      try await Task.sleep(for: .seconds(6))
      return HTTPReply(status: .ok)
    case 16..<20:
      // Taken, but the sender cannot know.
      ledger.failed(key)
      ledger.arrived(envelope.data.question, of: envelope.data.conversation, key: key)
      return .text(String(repeating: "a", count: 100_000))
    default:
      ledger.arrived(envelope.data.question, of: envelope.data.conversation, key: key)
      return HTTPReply(status: .ok)
    }
  }

  private func daemon(_ settings: PlatformSettings, port: Int, folder: URL) throws -> KilledDaemon {
    let lines = [
      "listen: {port: \(port)}", "rates: {sender_per_minute: 0, platform_per_minute: 0}",
      "sending: {timeout_seconds: 3}", "store: {folder: \(folder.path)/state}", "log: {level: error}", "platforms:",
      "  - name: trial", "    kind: \(settings.kind)", "    private_hosts: [127.0.0.1]",
    ]
    let options = settings.options.sorted { $0.key < $1.key }.map { "    \($0.key): \($0.value)" }
    let file = folder.appendingPathComponent("marrow.yaml")
    try (lines + options).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("MARROW_") }
    environment.merge(plan.environment) { $1 }
    for (key, secret) in settings.secrets { environment["MARROW_PLATFORMS_TRIAL_\(key.uppercased())"] = secret.value }
    return KilledDaemon(
      binary: plan.binary, arguments: ["serve", "--home", plan.home.path, "--config", file.path],
      environment: environment)
  }

  private static let questions = [
    "What is it?", "What are the symptoms?", "How is it treated?", "tell me more", "and in children?", "hello",
    "What are the risk factors?", "thanks", "How long does treatment take?", "Can it come back?",
  ]
}
