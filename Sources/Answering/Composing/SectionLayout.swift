/// A section laid out as an answer: what is said first, and what follows once every part of the question has had its first word.
package struct SectionLayout {
  /// The answering sentences and what of the section's opening fits beside them, or the list that answers.
  package let lead: [AnswerBlock]
  /// The rest of the section, in reading order.
  package let rest: [AnswerBlock]
}
