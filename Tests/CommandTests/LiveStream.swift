import Foundation

/// A run of the program that is fed and read line by line.
final class LiveStream {
  private let child: Child
  private let socket: Int32
  private var buffer: [UInt8] = []

  /// Starts it with a socket for its input and output.
  /// - Throws: where the program cannot be started.
  init(_ arguments: [String]) throws {
    Product.prepare()
    var ends: [Int32] = [0, 0]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw Child.Failure(number: errno) }
    let (ours, theirs) = (ends[0], ends[1])
    defer { close(theirs) }
    socket = ours
    child = try Child.start(arguments, environment: Product.environment()) { actions in
      for descriptor: Int32 in 0...1 { posix_spawn_file_actions_adddup2(&actions, theirs, descriptor) }
    }
  }

  deinit { close(socket) }

  /// Sends a line.
  func send(_ line: String) {
    _ = Array((line + "\n").utf8).withUnsafeBytes { write(socket, $0.baseAddress, $0.count) }
  }

  /// Waits for the next line; empty where the program has ended.
  func receive() -> String {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 14)
      let count = read(socket, &chunk, chunk.count)
      guard count > 0 else { return "" }
      buffer += chunk.prefix(count)
    }
  }

  /// Ends the input and waits for the exit code.
  func finish() -> Int32 {
    shutdown(socket, Int32(SHUT_WR))
    return child.wait()
  }
}
