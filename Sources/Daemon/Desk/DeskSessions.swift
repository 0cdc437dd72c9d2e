import Foundation
import NIOConcurrencyHelpers

/// Who has signed in at the desk: random names in memory, bounded, each for some hours. The token itself is in no cookie.
final class DeskSessions: Sendable {
  /// How long a session lasts.
  static let life: TimeInterval = 12 * 3600
  /// Sessions at once; past them the oldest ends.
  static let limit = 64

  private let ends = NIOLockedValueBox<[ConversationID: Date]>([:])

  /// Begins a session.
  func begin(at now: Date) -> ConversationID {
    var generator = SystemRandomNumberGenerator()
    let id = ConversationID(using: &generator)
    ends.withLockedValue { ends in
      ends = ends.filter { $0.value > now }
      if ends.count >= Self.limit, let oldest = ends.min(by: { $0.value < $1.value }) { ends[oldest.key] = nil }
      ends[id] = now.addingTimeInterval(Self.life)
    }
    return id
  }

  /// True while a session lasts.
  func isOpen(_ id: ConversationID, at now: Date) -> Bool { ends.withLockedValue { $0[id].map { $0 > now } ?? false } }

  /// Ends a session.
  func end(_ id: ConversationID) { ends.withLockedValue { $0[id] = nil } }
}
