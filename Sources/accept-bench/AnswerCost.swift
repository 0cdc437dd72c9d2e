import Answering
import Daemon
import Dispatch
import Encoding
import Foundation
import Knowledge
import Matching

/// What the answers alone cost, without a server.
enum AnswerCost {
  /// The repository's knowledge, with the encoder (`minilm`) or without (`lexical`).
  static func source(model: String) throws -> KnowledgeSource {
    let environment = ProcessInfo.processInfo.environment
    let base = environment["XDG_CACHE_HOME"] ?? NSHomeDirectory() + "/.cache"
    let cache = CompiledCache(folder: URL(fileURLWithPath: base).appendingPathComponent("marrow"))
    let encoder = model == "minilm" ? try SentenceEncoder(folder: cache.folder.appendingPathComponent("model")) : nil
    return KnowledgeSource(
      folder: KnowledgeFolder(URL(fileURLWithPath: "Knowledge")), cache: cache, region: nil, encoder: encoder)
  }

  /// Prints CPU microseconds an answer: one after another, and on as many threads at once as there are processors, as the daemon
  /// gives them.
  static func say(model: String, count: Int) throws {
    let responder = try source(model: model).load()
    let questions = try Questions()
    let now = Date()
    let state = responder.freshState(at: now)
    let answer = { @Sendable (number: Int) in _ = responder.respond(to: questions[number], in: state, at: now) }
    for number in 0..<50 { answer(number) }
    let alone = microseconds(of: count) { for number in 50..<50 + count { answer(number) } }
    let together = microseconds(of: count) {
      DispatchQueue.concurrentPerform(iterations: count) { answer(50 + count + $0) }
    }
    print(alone, together)
  }

  private static func microseconds(of count: Int, _ body: () -> Void) -> Double {
    let before = clock()
    body()
    return Double(clock() - before) / Double(CLOCKS_PER_SEC) * 1e6 / Double(count)
  }
}
