import Foundation

/// What it costs to take a platform's events: verify, answer, put on disk, say 2xx.
///
///     accept-bench [requests a round] [rounds] [encoder]    beside a bare Hummingbird handler of JSON posts and beside slack_bolt
///     accept-bench memory [first] [last]                    resident memory after so many questions
///
/// Run it in the repository's folder: it takes questions and answers from `Knowledge/`. Every server is a process of its own, so
/// that its CPU time is told apart from that of the clients; contenders take turns, and what counts are the ratios of one run.
@main struct AcceptBench {
  static func main() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    let numbers = words.compactMap { Int($0) }
    switch words.first {
    case "serve-bare": try await BareServer.run()
    case "serve-marrow": try await DaemonServer(Array(words.dropFirst())).run()
    case "answer": try AnswerCost.say(model: words.dropFirst().first ?? "lexical", count: numbers.first ?? 2000)
    case "memory": try MemoryRun(first: numbers.first ?? 10_000, last: numbers.dropFirst().first ?? 100_000).run()
    default:
      try await Comparison(
        requests: numbers.first ?? 10_000, rounds: numbers.dropFirst().first ?? 3, hasEncoder: words.contains("encoder")
      ).run()
    }
  }
}
