/// A line of a question set: a question, and which sections answer it or that it is to be declined.
package struct LabelledQuestion: Sendable, Equatable {
  package let text: String
  /// Sections of which the first of an answer must be one; empty where it is to be declined.
  package let accepted: Set<String>
  /// Sections of which two, offered to choose from, will do as well; of these an ambiguous question has several.
  package let readings: Set<String>
  /// What kind of question it is, or why it is to be declined.
  package let kind: String
  /// Safety classes that a refusal may carry.
  package let tolerated: Set<String>

  package init(
    text: String, accepted: Set<String>, readings: Set<String> = [], kind: String, tolerated: Set<String> = []
  ) {
    self.text = text
    self.accepted = accepted
    self.readings = readings
    self.kind = kind
    self.tolerated = tolerated
  }

  /// True where the right reaction is not to answer.
  package var isToDecline: Bool { accepted.isEmpty }
  /// True where it stands very near something that is answered.
  package var isNearMiss: Bool { isToDecline && kind == "near-miss" }
}
