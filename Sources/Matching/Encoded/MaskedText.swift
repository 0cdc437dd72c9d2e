/// The text of a question as the encoder gets it: repaired words, with every subject replaced by one neutral phrase.
///
/// Subjects are known symbolically and ruled on by the grid. With them masked, twin questions about two diseases point the
/// same way, one pass a question is enough, and a shared question needs to be encoded only once.
enum MaskedText {
  /// What stands for the name of a disease.
  private static let disease = "the disease"

  /// The text. Linear in the question's length.
  static func of(_ analysis: Analysis) -> String {
    var words: [String] = []
    var last: String?
    for term in analysis.terms {
      defer { last = term.subject }
      guard let subject = term.subject, analysis.maskedSubjects.contains(subject) else {
        words.append(term.text)
        continue
      }
      if subject != last { words.append(disease) }
    }
    return words.joined(separator: " ")
  }
}
