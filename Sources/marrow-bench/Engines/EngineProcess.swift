package import Foundation

/// Runs an engine in a process of its own, so that its memory and its time are its own.
package struct EngineProcess {
  /// The program and its arguments before the request's file.
  package let command: [String]
  /// What problems call it.
  package let name: String
  /// Where the request is left for it.
  package let folder: URL

  package init(command: [String], name: String, folder: URL) {
    self.command = command
    self.name = name
    self.folder = folder
  }

  /// What it replies. What it says on standard error is passed on.
  ///
  /// - Throws: ``DataProblem`` where it cannot be started, fails, or answers other than asked.
  package func run(_ request: EngineRequest) throws(DataProblem) -> EngineRun {
    let file = folder.appendingPathComponent("request-\(ProcessInfo.processInfo.processIdentifier).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try EngineRun(lines: output(for: request, in: file), engine: name)
    guard run.tests.count == request.tests.count else {
      throw DataProblem("\(name): \(request.tests.count) messages, \(run.tests.count) replies")
    }
    return run
  }

  private func output(for request: EngineRequest, in file: URL) throws(DataProblem) -> String {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try JSONEncoder().encode(request).write(to: file, options: .atomic)
      return try Subprocess.output(of: command + [file.path])
    } catch let problem as DataProblem {
      throw problem
    } catch {
      throw DataProblem("\(name): \(error.localizedDescription)")
    }
  }
}
