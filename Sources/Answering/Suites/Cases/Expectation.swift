/// What must hold of a reply. What is nil or empty is not checked.
package struct Expectation: Sendable, Equatable {
  /// What the reply is.
  package var kind: AnswerKind?
  /// The first section of the reply is one of these.
  package var sections: [String] = []
  /// Every one of these is among the reply's first four sections.
  package var allSections: [String] = []
  /// The safety class is one of these.
  package var safety: ExpectedSafety?
  /// Every one of these fired beside the highest class.
  package var safetyAlso: [String] = []
  /// Every one of these safety rules fired.
  package var safetyRules: [String] = []
  /// The reply, or one part of it, is declined for one of these reasons.
  package var reasons: [ExpectedReason] = []
  /// Plain texts that all stand in the reply, whatever their case.
  package var contains: [String] = []
  /// Plain texts of which one stands in the reply.
  package var containsAny: [String] = []
  /// Plain texts that do not stand in the reply.
  package var containsNot: [String] = []
  /// Regular expressions that all match in the reply.
  package var matches: [BoundedPattern] = []
  /// True where a source line must be there, false where none may be.
  package var source: Bool?
  /// True where a notice must be there, false where none may be.
  package var disclaimer: Bool?

  package init() {}

  /// True where nothing would be checked.
  package var isEmpty: Bool { self == Expectation() }
}
