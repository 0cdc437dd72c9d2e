package import Foundation

/// What a platform is told about one try to send a stored message.
package struct SendContext: Sendable {
  /// Stable over all tries of this message and different from all others'; the platform's idempotency key where it has one.
  package let key: String
  /// True where an earlier try may have arrived without our knowing. A platform whose address works once only then takes
  /// another way.
  package let isRetry: Bool
  /// When the question was asked, where so much time has passed that the reader must be told; see ``LateNote``.
  package let lateSince: Date?
  /// The time of sending, for signatures and expiries.
  package let now: Date

  /// A context of these parts.
  package init(key: String, isRetry: Bool = false, lateSince: Date? = nil, now: Date) {
    self.key = key
    self.isRetry = isRetry
    self.lateSince = lateSince
    self.now = now
  }

  /// ``LateNote`` and an empty line, where this is the first message of an answer that comes late; else nothing.
  package func lateNote(before message: ChatMessage) -> String {
    guard let lateSince, message.isFirst else { return "" }
    return LateNote.text(askedAt: lateSince) + "\n\n"
  }
}
