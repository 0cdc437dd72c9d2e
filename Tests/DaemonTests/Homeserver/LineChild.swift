import Foundation
import Glibc

/// A child process that is told lines and answers lines; it ends when this process does, since its input ends then.
final class LineChild: Sendable {
  struct Ended: Error {}

  private let queue = DispatchQueue(label: "line-child")
  private let input: FileHandle
  private let output: FileHandle

  /// Starts it; its errors go to ours.
  init(_ executable: URL, _ arguments: [String]) throws {
    let (input, output) = (Pipe(), Pipe())
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    self.input = input.fileHandleForWriting
    self.output = output.fileHandleForReading
  }

  /// The answer to a line, or the first line that it says by itself.
  func ask(_ line: String? = nil) async throws -> Data {
    try await withCheckedThrowingContinuation { done in
      // Reading waits, so it does not do so on a thread that tasks share.
      queue.async { [self] in
        do {
          if let line { try input.write(contentsOf: Data((line + "\n").utf8)) }
          done.resume(returning: try readLine())
        } catch { done.resume(throwing: error) }
      }
    }
  }

  private func readLine() throws -> Data {
    var line = Data()
    var byte: UInt8 = 0
    while read(output.fileDescriptor, &byte, 1) == 1 {
      if byte == UInt8(ascii: "\n") { return line }
      line.append(byte)
    }
    throw Ended()
  }
}
