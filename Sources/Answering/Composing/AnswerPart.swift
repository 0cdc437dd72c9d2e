public import Matching

/// What one part of a question came to.
public struct AnswerPart: Sendable, Equatable {
  /// What it is.
  public let kind: AnswerKind
  /// Sections that answer it or are its readings, best first.
  public let sections: [Ranked]
  /// Why it is declined.
  public let reason: Reason?

  /// A part.
  public init(kind: AnswerKind, sections: [Ranked] = [], reason: Reason? = nil) {
    self.kind = kind
    self.sections = sections
    self.reason = reason
  }
}
