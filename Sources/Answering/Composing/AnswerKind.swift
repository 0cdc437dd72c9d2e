/// What an answer is, as told to the outside.
public enum AnswerKind: String, Sendable, Codable, CaseIterable {
  /// At least one part is answered from a section, or a fixed safety reply stands for it.
  case answer
  /// The question has several readings and is asked back.
  case clarify
  /// The documents do not say.
  case decline
  /// Small talk.
  case smalltalk
}
