internal import Foundation

/// Tells a file that was altered by accident from one that was not. Fast, and no protection against intent.
enum Checksum {
  /// The 64-bit checksum of bytes, eight at a time: each word is mixed in by a multiplication that no bit survives unmoved.
  static func of(_ data: Data) -> UInt64 {
    data.withUnsafeBytes { bytes in
      var sum = UInt64(bytes.count) ^ 0x9E37_79B9_7F4A_7C15
      let whole = bytes.count / 8 * 8
      for offset in stride(from: 0, to: whole, by: 8) {
        sum = mixed(sum, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      for byte in bytes[whole...] { sum = mixed(sum, UInt64(byte)) }
      return sum
    }
  }

  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
    return product ^ (product >> 32)
  }
}
