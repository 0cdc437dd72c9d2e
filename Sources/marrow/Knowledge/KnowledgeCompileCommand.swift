import Answering
import ArgumentParser
import Foundation
import Knowledge
import Matching

/// Compiles the knowledge folder into the cache.
struct KnowledgeCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Trains the models on the knowledge folder and stores them, so that the next start is quick.",
    discussion: """
      Does nothing where the cache holds this knowledge already. A cache that cannot be written costs speed only.

      Examples:
        marrow knowledge compile
        marrow knowledge compile --force
        XDG_CACHE_HOME=/var/cache marrow knowledge compile --home /opt/clinic
      """)

  @OptionGroup var home: Home
  @Flag(help: "Compile anew, even where the cache holds this knowledge.") var force = false

  func run() throws {
    let cache = home.cache()
    let steps = CompileSteps()
    let clock = ContinuousClock()
    let start = clock.now
    let encoder = try home.encoder()
    let digest = try Refusal.reported { () throws(KnowledgeRefused) in
      try Responder.load(home.knowledgeFolder(), cache: cache, encoder: encoder, anew: force, progress: steps.report)
        .knowledge.digest
    }
    let seconds = (clock.now - start) / .seconds(1)
    print(steps.isEmpty ? "Read from the cache in \(seconds.hundredths) s." : "Compiled in \(seconds.hundredths) s.")
    print(Self.text(of: cache.file(of: digest, encoder: encoder), digest: digest))
  }

  private static func text(of file: URL, digest: String) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    guard let size = attributes?[.size] as? Int else {
      return "Not stored: \(file.deletingLastPathComponent().path) cannot be written. Every start compiles again."
    }
    return Columns.text([
      ["file", file.path], ["size", "\((Double(size) / 1_048_576).hundredths) MB"], ["digest", digest],
    ])
  }
}

extension Double {
  /// The number with two decimals.
  fileprivate var hundredths: String { String(format: "%.2f", self) }
}
