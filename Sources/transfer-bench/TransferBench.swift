import Foundation
import TransferBaseline

/// `transfer-bench [requests a round] [rounds] [in flight] [C | thread | pool]`: the engine beside libcurl's multi interface
/// in plain C, against the same server on this machine, in turn. What counts are the ratios of one run; a single contender
/// is for a profiler.
@main struct TransferBench {
  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let workload = Workload(
      requests: numbers.first ?? 10_000, rounds: numbers.dropFirst().first ?? 5,
      inFlight: numbers.dropFirst(2).first ?? 32)
    // Before the first thread, since a fork takes only one along.
    let sink = marrow_sink_start()
    guard sink.port > 0 else { throw BenchFailure.noServer }
    defer { marrow_sink_stop(sink) }
    let url = "http://127.0.0.1:\(sink.port)/api/chat.postMessage"
    let all: [any Contender] = [
      Baseline(), EngineContender(name: "engine, tasks on its thread", isOnThread: true),
      EngineContender(name: "engine, tasks on the pool", isOnThread: false),
    ]
    let word = CommandLine.arguments.dropFirst(4).first
    let contenders = all.filter { contender in word.map { contender.name.contains($0) } ?? true }
    var measured = contenders.map { ($0.name, [Measurement]()) }
    for _ in 0..<workload.rounds {
      for (index, contender) in contenders.enumerated() {
        measured[index].1.append(try Measurement.of(workload.requests) { try contender.run(workload, url: url) })
      }
    }
    print("\(workload.requests) POSTs of \(workload.body.count) bytes a round, \(workload.inFlight) in flight")
    print("medians of \(workload.rounds) rounds in turn; ratios to C by round: median, lowest to highest")
    let reference = measured.first?.1 ?? []
    for (name, rounds) in measured { print(Row(name: name, rounds: rounds, reference: reference)) }
  }
}
