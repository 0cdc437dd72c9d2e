import Foundation
import GRDB
import Synchronization

/// Tells without the database that a hash is not in it, which is so for most messages and for every new conversation.
///
/// A Bloom filter of fixed size over the bits of keyed hashes, filled from the store when that is opened. It errs on one side
/// only: what was added is always found, and of the rest 1 in 5,000 among half a million hashes, 1 in 50 among two millions.
/// What is deleted stays until the next start.
final class HashFilter: Sendable {
  /// Bits; a power of two, so that 2 MiB are all it ever takes.
  private static let size: UInt64 = 1 << 24
  private static let probes: UInt64 = 4
  /// Beyond so many hashes reading them would hold up the start: then everything may be in the store.
  private static let mostRead = 1_000_000

  private let bits = Mutex([UInt64](repeating: 0, count: Int(size / 64)))

  /// Adds the hashes of a table. O(rows), and nothing is read beyond a million of them.
  /// - Throws: errors of the database.
  func add(_ db: Database, from table: String) throws {
    let hashes = try Data.fetchCursor(db, sql: "SELECT hash FROM \(table) LIMIT \(Self.mostRead + 1)")
    var count = 0
    while let hash = try hashes.next() {
      add(KeyedHash(bytes: hash))
      count += 1
    }
    if count > Self.mostRead { bits.withLock { $0 = $0.map { _ in .max } } }
  }

  /// Adds a hash that is about to be stored. O(1).
  func add(_ hash: KeyedHash) {
    let (first, step) = Self.halves(of: hash)
    bits.withLock { bits in
      for probe in 0..<Self.probes {
        let bit = (first &+ probe &* step) % Self.size
        bits[Int(bit / 64)] |= 1 << (bit % 64)
      }
    }
  }

  /// False where the hash was never added. O(1).
  func mayContain(_ hash: KeyedHash) -> Bool {
    let (first, step) = Self.halves(of: hash)
    return bits.withLock { bits in
      (0..<Self.probes).allSatisfy { probe in
        let bit = (first &+ probe &* step) % Self.size
        return bits[Int(bit / 64)] & 1 << (bit % 64) != 0
      }
    }
  }

  /// Two numbers as good as independent, since the hash is as good as random; the step is odd, so that no probe repeats another.
  private static func halves(of hash: KeyedHash) -> (first: UInt64, step: UInt64) {
    var halves: (first: UInt64, step: UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &halves) { _ = hash.bytes.copyBytes(to: $0) }
    return (halves.first, halves.step | 1)
  }
}
