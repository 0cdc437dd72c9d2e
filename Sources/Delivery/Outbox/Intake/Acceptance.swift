/// What became of a message offered to the store.
package enum Acceptance: Equatable, Sendable {
  /// On disk for good, the replies under these numbers.
  case accepted([ReplyID])
  /// A copy of a message accepted before; nothing was changed.
  case duplicate
}
