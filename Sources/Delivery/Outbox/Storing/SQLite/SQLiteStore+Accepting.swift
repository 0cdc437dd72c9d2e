package import Foundation
import GRDB

extension SQLiteStore {
  /// Duplicates are remembered this long at least, whatever a message asks for.
  private static let shortestMemory: Duration = .seconds(72 * 3600)

  package func accept(_ message: InboundMessage, at now: Date) async throws(StoreFailure) -> Acceptance {
    // Everything that needs no database is done here, beside the commit under way.
    let hash = key.hash(.inbound, message.platform, message.id)
    let keys = message.replies.indices.map { idempotencyKey(hash, $0) }
    known.add(hash)
    if message.state != nil { known.add(message.conversation) }
    return try await commits.write(isBounded: true) { [self] db in
      guard try remember(db, hash, of: message, at: now) else { return .duplicate }
      try save(db, message, at: now)
      let ids = try zip(message.replies, keys).map { try queue(db, $0, of: message, key: $1, at: now) }
      return .accepted(ids)
    }
  }

  package func hasAccepted(platform: String, id: String) async throws(StoreFailure) -> Bool {
    let hash = key.hash(.inbound, platform, id)
    guard known.mayContain(hash) || commits.isClosed else { return false }
    return try await read { db in
      try db.cachedStatement(sql: "SELECT 1 FROM inbound WHERE hash = ?").first(Int.self, [hash.bytes]) != nil
    }
  }

  package func conversation(_ conversation: KeyedHash, at now: Date) async throws(StoreFailure) -> Data? {
    guard known.mayContain(conversation) || commits.isClosed else { return nil }
    let oldest = (now - settings.conversationLife).milliseconds
    return try await read { db in
      try db.cachedStatement(sql: "SELECT state FROM conversation WHERE hash = ? AND saved > ?")
        .first(Data.self, [conversation.bytes, oldest])
    }
  }

  /// False when the message is remembered already.
  private func remember(_ db: Database, _ hash: KeyedHash, of message: InboundMessage, at now: Date) throws -> Bool {
    let forget = now + max(message.remembered, Self.shortestMemory)
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO inbound VALUES (?, ?)")
      .execute(arguments: [hash.bytes, forget.milliseconds])
    return db.changesCount == 1
  }

  private func save(_ db: Database, _ message: InboundMessage, at now: Date) throws {
    guard let state = message.state else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO conversation VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET user = excluded.user, state = excluded.state, saved = excluded.saved
        """
    ).execute(arguments: [message.conversation.bytes, message.user.bytes, state, now.milliseconds])
  }

  /// Made from the message's identity, so that it would be the same again even if the message had been forgotten.
  private func idempotencyKey(_ hash: KeyedHash, _ index: Int) -> String {
    key.hash(.reply, [Array(hash.bytes), Array(String(index).utf8)]).bytes.prefix(12).hexadecimal
  }

  private func queue(
    _ db: Database, _ reply: NewReply, of message: InboundMessage, key: String, at now: Date
  ) throws -> ReplyID {
    let lane = try Self.lane(db, of: message.platform, reply.lane, endpoint: reply.endpoint, at: now)
    try db.cachedStatement(
      sql: """
        INSERT INTO reply (lane, endpoint, destination, payload, key, user, conversation, asked, created, expires)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      lane, reply.endpoint, reply.destination, reply.payload, key, message.user.bytes, message.conversation.bytes,
      reply.askedAt.milliseconds, now.milliseconds, reply.expiresAt.milliseconds,
    ])
    return ReplyID(db.lastInsertedRowID)
  }

  /// Number of the lane, which is there as long as anything waits in it; a new one is due at once.
  static func lane(
    _ db: Database, of platform: String, _ name: String, endpoint: String, at now: Date
  ) throws -> Int64 {
    let known = try db.cachedStatement(sql: "SELECT id FROM lane WHERE platform = ? AND name = ?")
      .first(Int64.self, [platform, name])
    if let known { return known }
    try db.cachedStatement(sql: "INSERT INTO lane (platform, name, endpoint, due) VALUES (?, ?, ?, ?)")
      .execute(arguments: [platform, name, endpoint, now.milliseconds])
    return db.lastInsertedRowID
  }
}
