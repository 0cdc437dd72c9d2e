import Foundation
import GRDB

extension SQLiteStore {
  /// What the process before left behind: its leases end, since it is gone for certain, and its clock may have been
  /// ahead of ours.
  func takeOver(_ db: Database, at now: Date) throws {
    try db.execute(
      sql: "UPDATE lane SET leased = 0, due = min(due, ?) WHERE leased != 0", arguments: [now.milliseconds])
    let ahead = try lastUse(db) - now.milliseconds
    if ahead > 0 { try moveBack(db, by: ahead) }
    try Self.noteUse(db, at: now)
  }

  static func noteUse(_ db: Database, at now: Date) throws {
    try db.execute(
      sql: "INSERT INTO meta VALUES ('used', ?1) ON CONFLICT DO UPDATE SET value = ?1",
      arguments: [now.milliseconds])
  }

  private func lastUse(_ db: Database) throws -> Int64 {
    let noted = try Int64.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'used'")
    let created = try Int64.fetchOne(db, sql: "SELECT created FROM reply ORDER BY id DESC LIMIT 1")
    return max(noted ?? 0, created ?? 0)
  }

  /// Keeps every waiting time as it was planned. What is remembered of messages is left: longer does no harm there.
  private func moveBack(_ db: Database, by milliseconds: Int64) throws {
    for change in [
      "lane SET due = due - ?1", "reply SET asked = asked - ?1, created = created - ?1, expires = expires - ?1",
      "conversation SET saved = saved - ?1", "dead SET died = died - ?1",
    ] {
      try db.execute(sql: "UPDATE \(change)", arguments: [milliseconds])
    }
  }
}
