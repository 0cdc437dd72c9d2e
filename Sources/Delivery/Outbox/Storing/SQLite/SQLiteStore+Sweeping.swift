package import Foundation
import GRDB
import Synchronization

extension SQLiteStore {
  package func sweep(at now: Date) async throws(StoreFailure) -> Swept {
    let swept = try await commits.write { [self] db in
      var swept = Swept()
      swept.expired = try buryExpired(db, at: now)
      swept.wiped = try Self.changes(
        db, "UPDATE dead SET payload = NULL, address = NULL WHERE died <= ? AND payload IS NOT NULL",
        [(now - settings.deadTextLife).milliseconds])
      swept.dropped = try Self.changes(
        db, "DELETE FROM dead WHERE died <= ?", [(now - settings.deadLetterLife).milliseconds])
      swept.conversations = try Self.changes(
        db, "DELETE FROM conversation WHERE saved <= ?", [(now - settings.conversationLife).milliseconds])
      swept.rememberedMessages = try Self.changes(db, "DELETE FROM inbound WHERE forget <= ?", [now.milliseconds])
      try Self.noteUse(db, at: now)
      return swept
    }
    try await clean(rewriting: isRewriteDue(at: now))
    return swept
  }

  package func erase(user: KeyedHash) async throws(StoreFailure) -> Erased {
    let erased = try await commits.write { db in
      let lanes: [Int64] = try db.cachedStatement(sql: "SELECT DISTINCT lane FROM reply WHERE user = ?")
        .all([user.bytes]) { $0[0] }
      let erased = Erased(
        replies: try Self.changes(db, "DELETE FROM reply WHERE user = ?", [user.bytes]),
        deadLetters: try Self.changes(db, "DELETE FROM dead WHERE user = ?", [user.bytes]),
        conversations: try Self.changes(db, "DELETE FROM conversation WHERE user = ?", [user.bytes]))
      try lanes.forEach { try Self.tidy(db, lane: $0) }
      return erased
    }
    try await clean(rewriting: true)
    return erased
  }

  /// A lane after replies of it were deleted: gone when empty, free when the leased one is among them.
  private static func tidy(_ db: Database, lane: Int64) throws {
    try db.cachedStatement(
      sql: "DELETE FROM lane WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM reply WHERE lane = ?1)"
    ).execute(arguments: [lane])
    try db.cachedStatement(
      sql: """
        UPDATE lane SET leased = 0 WHERE id = ? AND leased != 0
          AND NOT EXISTS (SELECT 1 FROM reply WHERE reply.id = leased)
        """
    ).execute(arguments: [lane])
  }

  /// The first replies of lanes that are not leased; what comes up behind them is looked at too.
  private func buryExpired(_ db: Database, at now: Date) throws -> Int {
    var count = 0
    while true {
      let expired: [(lane: Int64, reply: Int64, due: Int64)] = try db.cachedStatement(
        sql: """
          SELECT lane.id, reply.id, due FROM lane
          JOIN reply ON reply.id = (SELECT min(id) FROM reply WHERE lane = lane.id)
          WHERE leased = 0 AND expires <= ? LIMIT 1000
          """
      ).all([now.milliseconds]) { ($0[0], $0[1], $0[2]) }
      guard !expired.isEmpty else { return count }
      for (lane, reply, due) in expired {
        try bury(db, reply, cause: .expired, reason: "", countsAttempt: false, at: now)
        try Self.free(db, lane: lane, due: Date(milliseconds: due))
      }
      count += expired.count
    }
  }

  /// Brings the write-ahead log into the file and cuts it to nothing.
  ///
  /// - Parameter rewriting: also writes the file anew. Deleted content is overwritten at once, but where pages were
  ///   split or merged before, copies of it can stand in what the pages leave unused, and nothing else removes those.
  ///   Costs time and room for the whole file, during which writes wait.
  func clean(rewriting: Bool) async throws(StoreFailure) {
    let result: Result<Void, StoreFailure> = await withCheckedContinuation { continuation in
      // With the readers held off: an open reading transaction would keep the log from being cut.
      pool.asyncBarrierWriteWithoutTransaction { access in
        continuation.resume(
          returning: Result {
            let db = try access.get()
            if rewriting { try db.execute(sql: "VACUUM") }
            try db.checkpoint(.truncate)
          }.mapError { StoreFailure($0) })
      }
    }
    try result.get()
  }

  private func isRewriteDue(at now: Date) -> Bool {
    rewrittenAt.withLock { last in
      if let last, now < last + settings.rewriteInterval, now >= last { return false }
      last = now
      return true
    }
  }

  private static func changes(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> Int {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
    return db.changesCount
  }
}
