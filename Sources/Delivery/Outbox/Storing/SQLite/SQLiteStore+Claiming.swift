import Foundation
import GRDB

extension SQLiteStore {
  /// A lane that could be claimed.
  private struct Candidate {
    var lane: Int64
    var due: Int64
    var endpoint: String
    /// How many lanes of the same endpoint come before it.
    var rank: Int
  }

  /// Takes from the endpoints in turn, so that one with much waiting leaves room for the others.
  ///
  /// Cost: O(endpoints x limit), whatever the number of replies waiting.
  func claim(_ db: Database, _ request: ClaimRequest) throws -> ClaimedBatch {
    var batch = ClaimedBatch()
    var eligible: [Candidate] = []
    for endpoint in try endpoints(db) {
      let quota = max(0, min(request.limit, request.endpoints[endpoint] ?? request.limitPerEndpoint))
      let candidates = try candidates(db, of: endpoint, atMost: quota + 1, request)
      let due = candidates.prefix(quota).filter { $0.due <= request.now.milliseconds }
      eligible += due
      batch.nextDue[endpoint] = candidates.dropFirst(due.count).first.map { Date(milliseconds: $0.due) }
    }
    eligible.sort { ($0.rank, $0.due, $0.lane) < ($1.rank, $1.due, $1.lane) }
    for candidate in eligible.prefix(max(0, request.limit)) {
      if let reply = try lease(db, candidate.lane, request) { batch.replies.append(reply) }
    }
    for left in eligible.dropFirst(max(0, request.limit)).reversed() {
      batch.nextDue[left.endpoint] = Date(milliseconds: left.due)
    }
    return batch
  }

  /// Jumps from one name to the next in the index instead of reading all of it.
  private func endpoints(_ db: Database) throws -> [String] {
    try db.cachedStatement(
      sql: """
        WITH RECURSIVE name (value) AS (
          SELECT min(endpoint) FROM lane
          UNION ALL SELECT (SELECT min(endpoint) FROM lane WHERE endpoint > value) FROM name WHERE value IS NOT NULL
        ) SELECT value FROM name WHERE value IS NOT NULL
        """
    ).all { $0[0] }
  }

  private func candidates(
    _ db: Database, of endpoint: String, atMost count: Int, _ request: ClaimRequest
  ) throws -> [Candidate] {
    let rows: [(Int64, Int64)] = try db.cachedStatement(
      sql: "SELECT id, due FROM lane WHERE endpoint = ? ORDER BY due, id LIMIT ?"
    ).all([endpoint, count + request.excludedLanes.count]) { ($0[0], $0[1]) }
    return rows.filter { !request.excludedLanes.contains($0.0) }.prefix(count).enumerated().map { rank, row in
      Candidate(lane: row.0, due: row.1, endpoint: endpoint, rank: rank)
    }
  }

  private func lease(_ db: Database, _ lane: Int64, _ request: ClaimRequest) throws -> LeasedReply? {
    let first = try db.cachedStatement(sql: "SELECT min(id) FROM reply WHERE lane = ?").first(Int64.self, [lane])
    guard let first else { return nil }
    try db.cachedStatement(sql: "UPDATE reply SET fence = fence + 1, unsettled = unsettled + 1 WHERE id = ?")
      .execute(arguments: [first])
    try db.cachedStatement(sql: "UPDATE lane SET leased = ?, due = ? WHERE id = ?")
      .execute(arguments: [first, (request.now + request.lease).milliseconds, lane])
    return try db.cachedStatement(
      sql: """
        SELECT reply.*, platform, name FROM reply JOIN lane ON lane.id = reply.lane WHERE reply.id = ?
        """
    ).all([first], LeasedReply.init(row:)).first
  }
}
