/// What was removed of a user.
package struct Erased: Sendable, Equatable {
  package var replies: Int
  package var deadLetters: Int
  package var conversations: Int

  package init(replies: Int, deadLetters: Int, conversations: Int) {
    self.replies = replies
    self.deadLetters = deadLetters
    self.conversations = conversations
  }
}
