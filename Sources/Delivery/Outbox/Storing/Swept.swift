/// What a sweep removed.
package struct Swept: Sendable, Equatable {
  /// Replies that expired while waiting and are dead letters now.
  package var expired = 0
  /// Dead letters whose text and address were wiped.
  package var wiped = 0
  /// Dead letters deleted altogether.
  package var dropped = 0
  package var conversations = 0
  package var rememberedMessages = 0

  package init() {}
}
