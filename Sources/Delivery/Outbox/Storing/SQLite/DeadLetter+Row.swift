import Foundation
import GRDB

extension DeadLetter {
  init(row: Row, payload: Data?) {
    self.init(
      id: ReplyID(row["id"]), platform: row["platform"],
      // A cause this program does not know can only come from a damaged file; the letter itself is still of use.
      cause: DeadCause(rawValue: row["cause"]) ?? .abandoned, reason: row["reason"], attempts: row["attempts"],
      askedAt: Date(milliseconds: row["asked"]), createdAt: Date(milliseconds: row["created"]),
      diedAt: Date(milliseconds: row["died"]), payload: payload, isWiped: row["wiped"])
  }
}
