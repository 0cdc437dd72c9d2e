package import Foundation

/// A reply that will not be sent by itself any more.
package struct DeadLetter: Sendable, Equatable {
  package var id: ReplyID
  package var platform: String
  package var cause: DeadCause
  /// The last error, without any of the reply's text.
  package var reason: String
  package var attempts: Int
  package var askedAt: Date
  package var createdAt: Date
  package var diedAt: Date
  /// What was to be said; nil in lists, and once it has been wiped.
  package var payload: Data?
  /// Text and address are wiped, so it cannot be replayed any more.
  package var isWiped: Bool

  package init(
    id: ReplyID, platform: String, cause: DeadCause, reason: String, attempts: Int, askedAt: Date, createdAt: Date,
    diedAt: Date, payload: Data?, isWiped: Bool
  ) {
    self.id = id
    self.platform = platform
    self.cause = cause
    self.reason = reason
    self.attempts = attempts
    self.askedAt = askedAt
    self.createdAt = createdAt
    self.diedAt = diedAt
    self.payload = payload
    self.isWiped = isWiped
  }
}

extension DeadLetter: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "dead letter \(id) of \(platform)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
