import Foundation
import GRDB

/// The tables, as a list of versions that only grows: what was released is never edited.
enum Schema {
  /// Marks the file as ours ("MRRW"), so that another program's database is not taken for a store.
  static let application: Int64 = 0x4D52_5257

  /// The version this program writes; stands in the file as `user_version`.
  static var version: Int { migrations.count }

  private static let migrations = [first]

  /// Brings the database to ``version``, each step in a transaction of its own.
  /// - Throws: ``StoreFailure/newerSchema(found:known:)``, ``StoreFailure/foreign(path:)``, errors of the database.
  static func migrate(_ db: Database, path: String) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    guard application == Self.application || (isEmpty && application == 0) else {
      throw StoreFailure.foreign(path: path)
    }
    guard found <= version else { throw StoreFailure.newerSchema(found: found, known: version) }
    for (index, migration) in migrations.enumerated().dropFirst(found) {
      try db.inTransaction(.immediate) {
        try db.execute(sql: migration)
        try db.execute(sql: "PRAGMA user_version = \(index + 1); PRAGMA application_id = \(Self.application)")
        return .commit
      }
    }
  }

  /// - `lane.due` is when its first reply may go out, or, while that is leased, when the lease ends: one index serves
  ///   the claim whatever the number of replies waiting.
  /// - `reply` holds what is to be sent and nothing else; `dead` has text and address until they are wiped.
  private static let first = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE inbound (hash BLOB PRIMARY KEY, forget INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX inbound_forget ON inbound (forget);
    CREATE TABLE conversation (
      hash BLOB PRIMARY KEY, user BLOB NOT NULL, state BLOB NOT NULL, saved INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX conversation_saved ON conversation (saved);
    CREATE TABLE lane (
      id INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT NOT NULL, name TEXT NOT NULL, endpoint TEXT NOT NULL,
      due INTEGER NOT NULL, leased INTEGER NOT NULL DEFAULT 0,
      UNIQUE (platform, name)
    ) STRICT;
    CREATE INDEX lane_due ON lane (endpoint, due);
    CREATE TABLE reply (
      id INTEGER PRIMARY KEY AUTOINCREMENT, lane INTEGER NOT NULL, endpoint TEXT NOT NULL,
      destination BLOB NOT NULL, payload BLOB NOT NULL, key TEXT NOT NULL, user BLOB NOT NULL,
      conversation BLOB NOT NULL, asked INTEGER NOT NULL, created INTEGER NOT NULL, expires INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0, unsettled INTEGER NOT NULL DEFAULT 0, fence INTEGER NOT NULL DEFAULT 0,
      reason TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX reply_lane ON reply (lane, id);
    CREATE TABLE dead (
      id INTEGER PRIMARY KEY, platform TEXT NOT NULL, address BLOB, payload BLOB, key TEXT NOT NULL,
      user BLOB NOT NULL, conversation BLOB NOT NULL, asked INTEGER NOT NULL, created INTEGER NOT NULL,
      fence INTEGER NOT NULL, attempts INTEGER NOT NULL, cause TEXT NOT NULL, reason TEXT NOT NULL,
      died INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX dead_died ON dead (died);
    """
}
