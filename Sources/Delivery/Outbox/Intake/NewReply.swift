package import Foundation

/// A reply to be stored and sent.
package struct NewReply: Sendable {
  /// What is kept in order: replies of one lane of one platform go out one after the other.
  package var lane: String
  /// What fails together, such as the platform's API host: breaker and limits are kept by it.
  package var endpoint: String
  /// Where to, in the platform's own form (JSON). Kept in clear only until the reply is delivered or dead.
  package var destination: Data
  /// What to say, in the platform's own form. Holds no secret.
  package var payload: Data
  /// When the question was asked; a late reply says so.
  package var askedAt: Date
  /// From then on the reply is of no use and is not sent any more.
  package var expiresAt: Date

  package init(
    lane: String, endpoint: String, destination: Data, payload: Data, askedAt: Date, expiresAt: Date
  ) {
    self.lane = lane
    self.endpoint = endpoint
    self.destination = destination
    self.payload = payload
    self.askedAt = askedAt
    self.expiresAt = expiresAt
  }
}

extension NewReply: CustomStringConvertible, CustomReflectable {
  package var description: String { "new reply" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
