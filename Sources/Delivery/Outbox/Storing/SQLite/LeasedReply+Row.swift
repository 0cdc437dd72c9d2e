import Foundation
import GRDB

extension LeasedReply {
  /// Row of `reply` joined with its lane, just claimed: that claim is not among `unsettled`.
  init(row: Row) {
    self.init(
      claim: Claim(reply: ReplyID(row["id"]), fence: row["fence"]), platform: row["platform"], lane: row["name"],
      laneID: row["lane"], endpoint: row["endpoint"], destination: row["destination"], payload: row["payload"],
      idempotencyKey: row["key"], user: KeyedHash(bytes: row["user"]),
      conversation: KeyedHash(bytes: row["conversation"]), askedAt: Date(milliseconds: row["asked"]),
      createdAt: Date(milliseconds: row["created"]), expiresAt: Date(milliseconds: row["expires"]),
      attempts: row["attempts"], unsettled: (row["unsettled"] as Int) - 1)
  }
}
