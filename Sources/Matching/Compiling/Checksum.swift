internal import Foundation

/// Tells a file that was altered by accident from one that was not. Fast, and no protection against intent.
///
/// Bytes are taken eight at a time: each word is mixed in by a multiplication that no bit survives unmoved.
struct Checksum {
  /// The 64-bit checksum of all bytes added so far.
  private(set) var value: UInt64

  /// The checksum of `count` bytes that are still to be added.
  init(count: Int) { value = UInt64(count) ^ 0x9E37_79B9_7F4A_7C15 }

  /// The checksum of bytes that are all there.
  static func of(_ data: Data) -> UInt64 {
    var sum = Checksum(count: data.count)
    sum.add(data)
    return sum.value
  }

  /// Adds the next bytes; of every piece but the last a multiple of eight.
  mutating func add(_ data: Data) {
    data.withUnsafeBytes { bytes in
      let whole = bytes.count / 8 * 8
      for offset in stride(from: 0, to: whole, by: 8) {
        mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      for byte in bytes[whole...] { mix(UInt64(byte)) }
    }
  }

  private mutating func mix(_ word: UInt64) {
    let product = (value ^ word) &* 0xFF51_AFD7_ED55_8CCD
    value = product ^ (product >> 32)
  }
}
