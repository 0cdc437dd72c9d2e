package import Foundation
import GRDB

extension SQLiteStore {
  package func exchange(
    settling: [Settlement], claiming: ClaimRequest?, at now: Date
  ) async throws(StoreFailure) -> (results: [SettleResult], claimed: ClaimedBatch) {
    try await commits.write { [self] db in
      let results = try settling.map { try settle(db, $0, at: now) }
      guard let claiming else { return (results, ClaimedBatch()) }
      return (results, try claim(db, claiming))
    }
  }

  private func settle(_ db: Database, _ settlement: Settlement, at now: Date) throws -> SettleResult {
    let reply = settlement.claim.reply.number
    // A lease that ran out unclaimed still counts: nobody else has the reply.
    let lane = try db.cachedStatement(
      sql: "SELECT lane FROM reply JOIN lane ON lane.id = lane WHERE reply.id = ? AND fence = ? AND leased = reply.id"
    ).first(Int64.self, [reply, settlement.claim.fence])
    guard let lane else { return .stale }
    let due = try apply(db, settlement.step, to: reply, at: now)
    try Self.free(db, lane: lane, due: max(due, settlement.laneHeldUntil ?? due))
    return .settled
  }

  /// - Returns: when the lane may go on.
  private func apply(_ db: Database, _ step: DeliveryStep, to reply: Int64, at now: Date) throws -> Date {
    switch step {
    case .delivered:
      try db.cachedStatement(sql: "DELETE FROM reply WHERE id = ?").execute(arguments: [reply])
      return now
    case .dead(let cause, let reason):
      try bury(db, reply, cause: cause, reason: reason, countsAttempt: cause.comesFromAttempt, at: now)
      return now
    case .retry(let at, let reason):
      try db.cachedStatement(
        sql: "UPDATE reply SET attempts = attempts + 1, unsettled = 0, reason = ? WHERE id = ?"
      ).execute(arguments: [reason, reply])
      return at
    case .postponed(let until):
      try Self.forgetClaim(db, reply)
      return until
    case .released:
      try Self.forgetClaim(db, reply)
      return now
    }
  }

  private static func forgetClaim(_ db: Database, _ reply: Int64) throws {
    try db.cachedStatement(sql: "UPDATE reply SET unsettled = 0 WHERE id = ?").execute(arguments: [reply])
  }

  /// Ends a lane's lease, and the lane itself where nothing waits in it: with it goes the recipient's address.
  static func free(_ db: Database, lane: Int64, due: Date) throws {
    let isEmpty =
      try db.cachedStatement(sql: "SELECT 1 FROM reply WHERE lane = ? LIMIT 1").first(Int.self, [lane]) == nil
    if isEmpty {
      try db.cachedStatement(sql: "DELETE FROM lane WHERE id = ?").execute(arguments: [lane])
    } else {
      try db.cachedStatement(sql: "UPDATE lane SET leased = 0, due = ? WHERE id = ?")
        .execute(arguments: [due.milliseconds, lane])
    }
  }
}
