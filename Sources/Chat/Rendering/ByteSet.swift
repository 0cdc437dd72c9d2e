/// Bytes of UTF-8 that something is to be done about; most texts have none, and finding that out costs next to nothing.
struct ByteSet: Sendable {
  private let holds: [Bool]

  /// The bytes that `includes` says.
  init(_ includes: (UInt8) -> Bool) { holds = (0...255).map { includes($0) } }

  /// True for bytes of the set.
  func contains(_ byte: UInt8) -> Bool { holds[Int(byte)] }

  /// Whether a text has one of these bytes. O(bytes).
  func isIn(_ text: String) -> Bool {
    // A native string's bytes lie side by side; reading them so is many times faster than through its view.
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      holds.withUnsafeBufferPointer { holds in bytes.contains { holds[Int($0)] } }
    }
    return found ?? text.utf8.contains { holds[Int($0)] }
  }
}
