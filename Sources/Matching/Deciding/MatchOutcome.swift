/// What a question, or one part of it, comes to.
public enum MatchOutcome: Sendable, Equatable {
  /// These sections answer it, best first; never empty.
  case answer([Ranked])
  /// Two or more readings are equally likely: ask back.
  case clarify([Ranked])
  /// It is not answered, and why.
  case decline(Reason)
  /// It is small talk of this kind.
  case smalltalk(String)
}
