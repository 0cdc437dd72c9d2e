internal import Foundation
internal import Synchronization

/// Which rooms are conversations of two; asked from the homeserver and remembered for some minutes, or until somebody joins or
/// leaves.
final class MatrixRooms: Sendable {
  private static let capacity = 4096
  private static let life: TimeInterval = 600

  private struct Known {
    let isDirect: Bool
    let until: Date
  }

  private let known = Mutex<[String: Known]>([:])

  /// Whether a room is a conversation of two; nil where that is not known now.
  func isDirect(_ room: String, at now: Date) -> Bool? {
    known.withLock { known in known[room].flatMap { $0.until > now ? $0.isDirect : nil } }
  }

  /// Remembers a room.
  func remember(_ room: String, isDirect: Bool, at now: Date) {
    known.withLock { known in
      if known.count >= Self.capacity { known = known.filter { $0.value.until > now } }
      if known.count >= Self.capacity { known.removeAll() }
      known[room] = Known(isDirect: isDirect, until: now + Self.life)
    }
  }

  /// Forgets a room, since who is in it has changed.
  func forget(_ room: String) { known.withLock { known in known[room] = nil } }
}
