import Foundation

/// Standard output or standard error, unbuffered: what is written has left the process when the call returns.
struct StandardStream: Sendable {
  /// Standard output.
  static let output = StandardStream(descriptor: 1)
  /// Standard error.
  static let error = StandardStream(descriptor: 2)

  /// The file descriptor.
  let descriptor: Int32

  /// Writes all of a text.
  /// - Throws: `OutputFailure` where the system does not take it.
  func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno != EINTR { throw OutputFailure(number: errno) }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(count, 0)))
      }
    }
  }
}
