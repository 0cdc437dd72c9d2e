/// Something to send that is no answer: joining a room on an invitation, taking a button's waiting sign off, saying once that
/// a room cannot be read. It is stored and sent like an answer's message.
package struct ChatAction: Sendable {
  /// Its identity, the same for every copy of the event that caused it and different from that of any event.
  package let id: String
  /// The id of the user who caused it, so that erasing the user finds it.
  package let user: String
  /// Where it goes.
  package let destination: Destination
  /// What ``ChatPlatform/outgoing(_:to:context:)`` gets.
  package let message: ChatMessage

  /// An action of these parts.
  package init(id: String, user: String, destination: Destination, message: ChatMessage) {
    self.id = id
    self.user = user
    self.destination = destination
    self.message = message
  }
}
