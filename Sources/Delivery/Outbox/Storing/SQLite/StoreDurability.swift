/// How safe the connection that commits is, as the database itself tells.
package struct StoreDurability: Sendable, Equatable {
  /// "wal" for a write-ahead log.
  package let journal: String
  /// 2 is FULL: each commit waits for the disk.
  package let synchronous: Int
  /// Deleted content is overwritten.
  package let secureDelete: Bool

  /// What the store's promises need.
  package static let promised = StoreDurability(journal: "wal", synchronous: 2, secureDelete: true)
}
