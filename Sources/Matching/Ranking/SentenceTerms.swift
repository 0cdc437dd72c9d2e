/// The words by which a question and a sentence are compared, with what each kind of word is worth.
///
/// A concept counts in full and the word itself by half, so that "exam" finds the exam among the tests.
enum SentenceTerms {
  private static let conceptShare: Float = 1
  private static let wordShare: Float = 0.5
  /// Words of a subject's name tell the section, not the sentence; a little is left for what the name itself is asked about.
  private static let nameShare: Float = 0.3

  /// Small words that tell sentences apart all the same.
  private static let telling: Set<String> = ["before", "after", "during", "without", "while", "again"]

  /// Hashes of a text's words and concepts with their shares.
  static func worths(of analysis: Analysis) -> [UInt64: Float] {
    worths(of: analysis.terms, names: names(in: analysis))
  }

  /// Subjects whose names say which section is meant: those with a document. Another disease's name is a word like any other.
  static func names(in analysis: Analysis) -> Set<String> {
    analysis.maskedSubjects.subtracting(analysis.otherSubjects)
  }

  /// Hashes of words and concepts with their shares; `names` are the subjects whose words count as names.
  static func worths(of terms: [Term], names: Set<String>) -> [UInt64: Float] {
    var worths: [UInt64: Float] = [:]
    for term in terms {
      let isName = term.subject.map(names.contains) ?? false
      if !isName, let concept = term.concept { worths[hash("k", concept)] = conceptShare }
      if telling.contains(term.text) { worths[hash("t", term.text)] = wordShare }
      guard !term.isFunctionWord else { continue }
      if !isName {
        worths[hash("t", term.stem)] = term.concept == nil ? conceptShare : wordShare
      } else {
        worths[hash("s", term.stem)] = nameShare
      }
    }
    return worths
  }

  private static func hash(_ kind: Character, _ text: String) -> UInt64 {
    var hash = FeatureHash(kind: kind)
    hash.combine(text)
    return hash.value
  }
}
