import Foundation

/// Reads lines from a file descriptor, each as soon as it is complete, in bounded memory.
struct LineReader {
  /// Longest line, in bytes without its end: 1 MiB. The rest of a longer line is skipped.
  static let limit = 1 << 20
  private static let chunk = 1 << 16

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Where the unread bytes begin, and up to where they hold no line end.
  private var start = 0
  private var searched = 0
  private var isSkipping = false
  private var isAtEnd = false

  /// A reader of a descriptor, which stays open.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// A reader of standard input.
  static func standardInput() -> LineReader { LineReader(descriptor: 0) }

  /// The next line, without `\n` or `\r\n`; nil at the end of the input. A last line without an end counts.
  /// - Throws: `UsageFailure` where the input cannot be read.
  mutating func next() throws -> InputLine? {
    while true {
      if let line = bufferedLine() { return line }
      if isAtEnd { return lastLine() }
      if buffer.count - start > Self.limit + 1 { skip() }
      try fill()
    }
  }

  private mutating func bufferedLine() -> InputLine? {
    guard let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = buffer.count
      return nil
    }
    defer { (start, searched) = (end + 1, end + 1) }
    return line(upTo: end)
  }

  private mutating func lastLine() -> InputLine? {
    guard start < buffer.count || isSkipping else { return nil }
    defer { (start, searched) = (buffer.count, buffer.count) }
    return line(upTo: buffer.count)
  }

  private mutating func line(upTo end: Int) -> InputLine {
    let bytes = buffer[start..<end]
    let trimmed = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    defer { isSkipping = false }
    return isSkipping || trimmed.count > Self.limit ? .tooLong : .bytes(Array(trimmed))
  }

  private mutating func skip() {
    isSkipping = true
    (start, searched) = (buffer.count, buffer.count)
  }

  private mutating func fill() throws {
    buffer.removeFirst(start)
    (start, searched) = (0, searched - start)
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
    let count = try buffer.withUnsafeMutableBytes { bytes in
      try Self.read(descriptor, into: UnsafeMutableRawBufferPointer(rebasing: bytes[old...]))
    }
    buffer.removeLast(Self.chunk - count)
    isAtEnd = count == 0
  }

  /// Bytes read, waiting for at least one; 0 at the end of the input.
  private static func read(_ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Foundation.read(descriptor, bytes.baseAddress, bytes.count)
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw UsageFailure(message: "standard input cannot be read: \(String(cString: strerror(errno)))")
      }
    }
  }
}
