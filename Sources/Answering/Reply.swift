/// An answer, and the conversation's state after it.
public struct Reply: Sendable {
  /// The answer.
  public let answer: Answer
  /// The state to keep for the conversation's next question.
  public let state: ConversationState
}
