import Chat
import Delivery
package import Foundation
import HTTPTypes
import Logging
import NIOConcurrencyHelpers

/// Tries a platform without an account there: a daemon of its own with fresh keys, a sink on this machine in the platform's
/// place, one signed event, and what leaves because of it.
package struct Simulation: Sendable {
  /// What the simulation saw.
  package struct Outcome: Sendable {
    /// The status with which the daemon answered the event.
    package let status: Int
    /// The body of that answer.
    package let body: Data
    /// What it sent to the sink, in order.
    package let sent: [HTTPCall]
  }

  /// Kinds of platforms that there are.
  package static var kinds: [String] { PlatformRegistry.all.map { $0.kind } }

  /// Longest wait for everything that is to leave.
  static let patience: Duration = .seconds(20)

  private let type: any ChatPlatform.Type
  private let knowledge: KnowledgeSource
  private let folder: URL

  /// A simulation of a kind of platform; `folder` is made and removed.
  /// - Throws: ``SettingsRefused`` for a kind that there is not.
  package init(kind: String, knowledge: KnowledgeSource, folder: URL) throws(SettingsRefused) {
    guard let type = PlatformRegistry.platform(kind) else {
      let known = Self.kinds.joined(separator: ", ")
      throw SettingsRefused(["there is no platform \"\(kind)\"; known are \(known)"])
    }
    self.type = type
    self.knowledge = knowledge
    self.folder = folder
  }

  /// Sends a question as one user and gives what came of it.
  /// - Throws: ``SimulationFailure``, or why the daemon could not start.
  package func run(_ question: String, user: String) async throws -> Outcome {
    defer { try? FileManager.default.removeItem(at: folder) }
    let engine = try CurlEngine(agent: "marrow-simulate")
    let sink = Sink()
    let outcome = try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask {
        try await sink.run()
        return nil
      }
      let sinkURL = try await sink.address()
      let settings = type.trial(name: "trial", sink: sinkURL, using: .system)
      let daemon = try await daemon(settings)
      group.addTask {
        try await daemon.run()
        return nil
      }
      group.addTask { try await ask(question, user: user, of: daemon, settings: settings, by: engine, sink: sink) }
      defer { group.cancelAll() }
      // Sink and daemon run on until they are cancelled; the first that ends is the question, or a failure.
      while let ended = try await group.next() {
        if let outcome = ended { return outcome }
      }
      throw SimulationFailure.daemonEnded
    }
    await engine.shutdown()
    return outcome
  }

  private func daemon(_ platform: PlatformSettings) async throws -> Daemon {
    var settings = Settings()
    settings.listen.port = 0
    var plan = Daemon.Plan(
      settings: settings, knowledge: knowledge,
      platforms: [PlatformPlan(settings: platform, privateHosts: ["127.0.0.1"])], state: StateFolder(url: folder),
      logger: Logger(label: "simulate", factory: { _ in SwiftLogNoOpLogHandler() }))
    plan.stopsBySignal = false
    return try await Daemon(plan)
  }

  private func ask(
    _ question: String, user: String, of daemon: Daemon, settings: PlatformSettings, by engine: CurlEngine, sink: Sink
  ) async throws -> Outcome {
    let platform = try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    guard let event = platform.simulated(question: question, user: user, at: Date()) else {
      throw SimulationFailure.cannotSign(settings.kind)
    }
    let address = try await daemon.ready()
    let query = event.rawQuery.isEmpty ? "" : "?" + event.rawQuery
    let acknowledgement = try await engine.perform(
      TransferRequest(
        method: event.method, url: "\(address.url)/webhooks/trial\(event.path)\(query)", headers: event.headers,
        body: event.body, access: AddressAccess(naming: ["127.0.0.1"])))
    let limit = ContinuousClock.now + Self.patience
    while try await daemon.pendingReplies() > 0 {
      guard ContinuousClock.now < limit else { throw SimulationFailure.nothingSent }
      try await Task.sleep(for: .milliseconds(10))
    }
    return Outcome(status: acknowledgement.status, body: acknowledgement.body, sent: sink.calls)
  }
}
