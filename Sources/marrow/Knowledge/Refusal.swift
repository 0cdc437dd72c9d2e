import ArgumentParser
import Foundation
import Knowledge

/// Ends a command with exit code 2 after saying why on standard error.
enum Refusal {
  /// Runs `body`; where the knowledge folder is refused, prints every problem and how many there are.
  /// - Throws: `ExitCode(2)` instead of ``KnowledgeRefused``.
  static func reported<Value>(_ body: () throws(KnowledgeRefused) -> Value) throws -> Value {
    do { return try body() } catch {
      let count = error.problems.count == 1 ? "1 problem" : "\(error.problems.count) problems"
      throw because("\(error)\nThe knowledge folder cannot be used: \(count).")
    }
  }

  /// The error that ends a command, after printing `message`.
  static func because(_ message: String) -> ExitCode {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    return ExitCode(2)
  }
}
