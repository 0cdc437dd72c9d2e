internal import Foundation

/// A program run to its end.
package enum Subprocess {
  /// What it writes to standard output; its standard error is this program's.
  ///
  /// - Throws: ``DataProblem`` where it ends with another code than 0; what Foundation throws where it cannot be started.
  package static func output(of command: [String], environment: [String: String] = [:]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw DataProblem("\(command.prefix(2).joined(separator: " ")) ended with code \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
