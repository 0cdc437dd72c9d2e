/// An answer, and the conversation's state after it.
public struct Reply: Sendable {
  /// The answer.
  public let answer: Answer
  /// The state to keep for the conversation's next question.
  public let state: ConversationState

  /// A reply of an answer and the state after it.
  package init(answer: Answer, state: ConversationState) {
    self.answer = answer
    self.state = state
  }
}
