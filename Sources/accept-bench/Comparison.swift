import Daemon
import Delivery
import Foundation

/// The daemon beside a bare handler and slack_bolt, then the daemon past its capacity and at half of it.
final class Comparison {
  /// One kind of load on one server.
  private struct Contender {
    let name: String
    let server: Served
    var path = "/hook"
    var question: String?
    var model: String?
    /// Share of a round's requests.
    var share = 1.0
    var connections = 64
    var rounds: [Round] = []
    /// Responses of the last round by status.
    var statuses = ""
  }

  private static let question = "What are the symptoms of ALL?"
  private static let webhook = "/webhooks/trial"

  private let requests: Int
  private let rounds: Int
  private let models: [String]
  private let events: Events
  private let folder: URL
  private var accepted: [String: [String]] = [:]

  init(requests: Int, rounds: Int, hasEncoder: Bool) throws {
    self.requests = requests
    self.rounds = rounds
    models = hasEncoder ? ["lexical", "minilm"] : ["lexical"]
    events = try Events()
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("accept-bench-\(UUID().uuidString)")
  }

  func run() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let bare = try Served(["serve-bare"])
    let daemons = try models.map { model in
      // Nobody listens in the platform's place: what is measured is taking events, and replies stay on disk.
      let start = ContinuousClock.now
      let arguments = ["serve-marrow", folder.appendingPathComponent(model).path, model, "http://127.0.0.1:1"]
      let server = try Served(arguments)
      print(String(format: "%@: ready %.2f s after its start", model, start.duration(to: .now) / .seconds(1)))
      return (model, server)
    }
    let bolt = Self.bolt()
    var contenders = [Contender(name: "bare Hummingbird handler", server: bare)]
    for (model, server) in daemons {
      contenders.append(
        Contender(
          name: "one fixed question, \(model)", server: server, path: Self.webhook, question: Self.question,
          model: model))
      contenders.append(
        Contender(name: "distinct questions, \(model)", server: server, path: Self.webhook, model: model))
    }
    // Its server takes one connection at a time and closes it after each response.
    if let bolt {
      contenders.append(Contender(name: "slack_bolt, own server", server: bolt, share: 0.1, connections: 4))
    }
    for number in -1..<rounds { try measure(&contenders, isKept: number >= 0) }
    try report(contenders)
    for (model, server) in daemons {
      let distinct = contenders.first { $0.model == model && $0.question == nil }
      let capacity = Round.median(distinct?.rounds.map(\.requestsPerSecond) ?? [])
      try press(server, model, capacity: capacity)
    }
    for server in [bare, bolt].compactMap({ $0 }) + daemons.map(\.1) { server.stop() }
    for model in models { try await look(model) }
  }

  /// One round of each contender in turn; the first is for warming up.
  private func measure(_ contenders: inout [Contender], isKept: Bool) throws {
    for index in contenders.indices {
      let contender = contenders[index]
      let count = Int(Double(isKept ? requests : requests / 10) * contender.share)
      let load = try events.make(max(1, count), for: contender.path, fixed: contender.question)
      let measured = try Round.of(
        Load(port: contender.server.port, wires: load.map(\.wire), connections: contender.connections),
        to: contender.server)
      note(measured.result, load, contender.model)
      if isKept { contenders[index].rounds.append(measured.round) }
      contenders[index].statuses = measured.result.summary
    }
  }

  private func note(_ result: LoadResult, _ load: [Events.Event], _ model: String?) {
    if let model { accepted[model, default: []] += result.accepted.map { load[$0].id } }
  }

  private func report(_ contenders: [Contender]) throws {
    print(
      "\(requests) events a round over 64 connections, medians of \(rounds) rounds in turn; ratios to bare by round")
    let bare = contenders[0].rounds
    for contender in contenders {
      let speed = zip(contender.rounds, bare).map { $0.requestsPerSecond / $1.requestsPerSecond }
      let cpu = zip(contender.rounds, bare).map { $0.cpuMicroseconds / $1.cpuMicroseconds }
      print(
        contender.name.padding(toLength: 30, withPad: " ", startingAt: 0)
          + String(
            format: "%7.0f requests/s, %6.1f us CPU; requests/s %.2f, CPU %.2f of bare",
            Round.median(contender.rounds.map(\.requestsPerSecond)),
            Round.median(contender.rounds.map(\.cpuMicroseconds)), Round.median(speed), Round.median(cpu))
          + "; last round \(contender.statuses)")
    }
    for contender in contenders where contender.question == nil {
      guard let model = contender.model else { continue }
      let (answer, together) = try Self.answerCost(model)
      let rest = Round.median(zip(contender.rounds, bare).map { $0.cpuMicroseconds - $1.cpuMicroseconds })
      print(
        String(
          format: "%@: an answer alone %.1f us CPU, on all processors at once %.1f us", model, answer, together)
          + String(
            format: "; an event costs bare + answer + %.1f us, or + %.1f us (goal: 150)", rest - answer, rest - together
          ))
    }
  }

  /// Eight times as many connections as before, then a steady stream at half of what it can take.
  private func press(_ server: Served, _ model: String, capacity: Double) throws {
    let flood = try events.make(requests, for: Self.webhook)
    let over = try Load(port: server.port, wires: flood.map(\.wire), connections: 512).run()
    note(over, flood, model)
    print(
      String(
        format: "past capacity, 512 connections, %@: %@; acknowledged p50 %.0f ms, p99 %.0f ms (goal: 500)", model,
        over.summary, over.milliseconds(at: 0.5), over.milliseconds(at: 0.99))
        + "; refusals without Retry-After: \(over.withoutRetryAfter)")
    let stream = try events.make(min(requests, Int(capacity * 5)), for: Self.webhook)
    let half = try Load(port: server.port, wires: stream.map(\.wire), rate: capacity / 2).run()
    note(half, stream, model)
    print(
      String(
        format: "at half of capacity, %.0f a second, %@: %@; p50 %.1f ms, p99 %.1f ms (goal: 100)", capacity / 2,
        model, half.summary, half.milliseconds(at: 0.5), half.milliseconds(at: 0.99)))
  }

  /// Whether everything that was acknowledged is in the store.
  private func look(_ model: String) async throws {
    let (store, _) = try await StateFolder(url: folder.appendingPathComponent(model)).open(at: Date())
    var missing = 0
    let ids = accepted[model] ?? []
    for id in ids where try await !store.hasAccepted(platform: "trial", id: id) { missing += 1 }
    await store.close()
    print("\(model): \(ids.count) events acknowledged, \(missing) of them not in the store")
  }

  private static func answerCost(_ model: String) throws -> (alone: Double, together: Double) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["answer", model, "2000"]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    return (numbers.first ?? 0, numbers.last ?? 0)
  }

  /// slack_bolt, by the Python that `Tests/Oracles/install.sh` sets up; nil, said aloud, where it is not there.
  private static func bolt() -> Served? {
    let environment = ProcessInfo.processInfo.environment
    let cache = environment["XDG_CACHE_HOME"] ?? NSHomeDirectory() + "/.cache"
    let python = (environment["MARROW_ORACLES"] ?? cache + "/marrow/oracles") + "/bin/python"
    let server = try? Served(
      ["-B", "Sources/accept-bench/slack_bolt_server.py", Events.secret], program: URL(fileURLWithPath: python))
    if server == nil { print("slack_bolt is not measured: Tests/Oracles/install.sh brings it") }
    return server
  }
}
