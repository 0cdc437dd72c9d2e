package import Foundation

/// A reply that a worker has claimed and is to send. Prints nothing of its text or address.
package struct LeasedReply: Sendable, Equatable {
  package var claim: Claim
  package var platform: String
  package var lane: String
  /// Number of the lane in the store.
  package var laneID: Int64
  package var endpoint: String
  package var destination: Data
  package var payload: Data
  /// The same in every attempt, 24 lower-case hexadecimal digits (Discord's nonce takes 25 characters at most).
  package var idempotencyKey: String
  package var user: KeyedHash
  package var conversation: KeyedHash
  package var askedAt: Date
  package var createdAt: Date
  package var expiresAt: Date
  /// Attempts with a known outcome so far, this one not counted.
  package var attempts: Int
  /// Claims so far of which nobody told the outcome, this one not counted: the process was killed while sending.
  package var unsettled: Int
  /// When the question was asked, if that is so long ago that the reply must say so. Set by the worker.
  package var lateSince: Date?

  package init(
    claim: Claim, platform: String, lane: String, laneID: Int64, endpoint: String, destination: Data, payload: Data,
    idempotencyKey: String, user: KeyedHash, conversation: KeyedHash, askedAt: Date, createdAt: Date, expiresAt: Date,
    attempts: Int, unsettled: Int, lateSince: Date? = nil
  ) {
    self.claim = claim
    self.platform = platform
    self.lane = lane
    self.laneID = laneID
    self.endpoint = endpoint
    self.destination = destination
    self.payload = payload
    self.idempotencyKey = idempotencyKey
    self.user = user
    self.conversation = conversation
    self.askedAt = askedAt
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.attempts = attempts
    self.unsettled = unsettled
    self.lateSince = lateSince
  }
}

extension LeasedReply: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "reply \(claim.reply) of \(platform)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
