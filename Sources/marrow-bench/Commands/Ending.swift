internal import ArgumentParser
internal import Knowledge

/// How a command ends where it cannot go on.
enum Ending {
  /// Runs a command; bad data and broken knowledge end it with code 2 and a line that says what to do.
  static func run(_ work: () throws -> Void) throws {
    do { try work() } catch let problem as DataProblem {
      Progress.say("marrow-bench: \(problem)")
      throw ExitCode(2)
    } catch let refused as KnowledgeRefused {
      for problem in refused.problems { Progress.say("marrow-bench: \(problem)") }
      throw ExitCode(2)
    }
  }
}
