import Foundation
import GRDB

extension SQLiteStore {
  package func census() async throws(StoreFailure) -> Census {
    try await read { db in
      func count(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
      let oldest = try Int64.fetchOne(db, sql: "SELECT created FROM reply ORDER BY id LIMIT 1")
      return Census(
        pending: try count("reply"), oldestPending: oldest.map { Date(milliseconds: $0) },
        deadLetters: try count("dead"), conversations: try count("conversation"),
        rememberedMessages: try count("inbound"))
    }
  }
}
