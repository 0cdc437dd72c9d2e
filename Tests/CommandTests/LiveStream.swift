import Foundation

/// A run of the program that is fed and read line by line through pipes.
final class LiveStream {
  private let child: Child
  private let input: FileHandle
  private let output: FileHandle
  private var buffer = Data()

  /// Starts it.
  /// - Throws: where the program cannot be started.
  init(_ arguments: [String]) throws {
    Product.prepare()
    let (inward, outward) = (try Self.pipe(), try Self.pipe())
    child = try Child.start(arguments, environment: Product.environment()) { actions in
      posix_spawn_file_actions_adddup2(&actions, inward.read, 0)
      posix_spawn_file_actions_adddup2(&actions, outward.write, 1)
    }
    close(inward.read)
    close(outward.write)
    input = FileHandle(fileDescriptor: inward.write, closeOnDealloc: true)
    output = FileHandle(fileDescriptor: outward.read, closeOnDealloc: true)
  }

  /// Sends a line.
  /// - Throws: where the program does not read any more.
  func send(_ line: String) throws { try input.write(contentsOf: Data((line + "\n").utf8)) }

  /// Waits for the next line; empty where the program has ended.
  /// - Throws: where its output cannot be read.
  func receive() throws -> String {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer = Data(buffer[(end + 1)...]) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      guard let more = try output.read(upToCount: 1 << 16), !more.isEmpty else { return "" }
      buffer += more
    }
  }

  /// Ends the input and waits for the exit code.
  func finish() -> Int32 {
    try? input.close()
    return child.wait()
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Child.Failure(number: errno) }
    return (ends[0], ends[1])
  }
}
