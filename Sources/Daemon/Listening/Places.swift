import NIOConcurrencyHelpers

/// A bound on what is in progress at once: a place is taken before and given back after, and none is waited for.
final class Places: Sendable {
  /// Places in all.
  let count: Int
  private let inUse = NIOLockedValueBox(0)

  /// So many places, all of them free.
  init(_ count: Int) { self.count = count }

  /// Places in use.
  var taken: Int { inUse.withLockedValue { $0 } }

  /// True where none is free.
  var isFull: Bool { taken >= count }

  /// Takes a place; false where none is free.
  func take() -> Bool {
    inUse.withLockedValue { taken in
      guard taken < count else { return false }
      taken += 1
      return true
    }
  }

  /// Gives a place back.
  func leave() { inUse.withLockedValue { $0 -= 1 } }
}
