package import Foundation
import GRDB

extension SQLiteStore {
  private static let columns = "id, platform, cause, reason, attempts, asked, created, died, payload IS NULL AS wiped"

  package func deadLetters(after: ReplyID?, limit: Int) async throws(StoreFailure) -> [DeadLetter] {
    try await read { db in
      try db.cachedStatement(sql: "SELECT \(Self.columns) FROM dead WHERE id > ? ORDER BY id LIMIT ?")
        .all([after?.number ?? 0, max(0, limit)]) { DeadLetter(row: $0, payload: nil) }
    }
  }

  package func deadLetter(_ id: ReplyID) async throws(StoreFailure) -> DeadLetter? {
    try await read { db in
      try db.cachedStatement(sql: "SELECT \(Self.columns), payload FROM dead WHERE id = ?")
        .all([id.number]) { DeadLetter(row: $0, payload: $0["payload"]) }.first
    }
  }

  package func replay(_ id: ReplyID, life: Duration, at now: Date) async throws(StoreFailure) -> ReplayResult {
    try await commits.write { [self] db in
      let found = try db.cachedStatement(sql: "SELECT platform, address FROM dead WHERE id = ?")
        .all([id.number]) { (platform: $0["platform"] as String, address: $0["address"] as Data?) }.first
      guard let found else { return .notFound }
      guard let sealed = found.address else { return .wiped }
      let address = try JSONDecoder().decode(Address.self, from: key.unseal(sealed))
      let lane = try Self.lane(db, of: found.platform, address.lane, endpoint: address.endpoint, at: now)
      try db.cachedStatement(
        sql: """
          INSERT INTO reply (id, lane, endpoint, destination, payload, key, user, conversation, asked, created, expires, fence)
          SELECT id, ?, ?, ?, payload, key, user, conversation, asked, created, ?, fence FROM dead WHERE id = ?
          """
      ).execute(arguments: [lane, address.endpoint, address.destination, (now + life).milliseconds, id.number])
      _ = try Self.delete(db, dead: id)
      return .replayed
    }
  }

  package func drop(_ id: ReplyID) async throws(StoreFailure) -> Bool {
    try await commits.write { try Self.delete($0, dead: id) }
  }

  private static func delete(_ db: Database, dead id: ReplyID) throws -> Bool {
    try db.cachedStatement(sql: "DELETE FROM dead WHERE id = ?").execute(arguments: [id.number])
    return db.changesCount == 1
  }

  /// Makes a dead letter of a reply. Its lane is the caller's to free.
  func bury(
    _ db: Database, _ reply: Int64, cause: DeadCause, reason: String, countsAttempt: Bool, at now: Date
  ) throws {
    let address = try db.cachedStatement(
      sql: "SELECT name, reply.endpoint, destination FROM reply JOIN lane ON lane.id = reply.lane WHERE reply.id = ?"
    ).all([reply]) { Address(lane: $0[0], endpoint: $0[1], destination: $0[2]) }.first
    guard let address else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO dead SELECT reply.id, platform, ?, payload, key, user, conversation, asked, created, fence,
          attempts + ?, ?, iif(? = '', reason, ?), ? FROM reply JOIN lane ON lane.id = reply.lane WHERE reply.id = ?
        """
    ).execute(arguments: [
      key.seal(JSONEncoder().encode(address)), countsAttempt ? 1 : 0, cause.rawValue, reason, reason,
      now.milliseconds, reply,
    ])
    try db.cachedStatement(sql: "DELETE FROM reply WHERE id = ?").execute(arguments: [reply])
  }
}
