import GRDB

extension SQLiteStore {
  /// Asks the committing connection, not the settings: opening a pool quietly changes some.
  package func durability() async throws(StoreFailure) -> StoreDurability {
    try await commits.write { db in
      StoreDurability(
        journal: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
        synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0,
        secureDelete: try Int.fetchOne(db, sql: "PRAGMA secure_delete") == 1)
    }
  }

  /// Commits since the store was opened; with the writes, tells how many shared one.
  package var commitCount: Int { commits.count }
}
