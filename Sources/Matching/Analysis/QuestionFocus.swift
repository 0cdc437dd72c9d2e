/// Finds the sentences of a story that ask.
enum QuestionFocus {
  /// Shorter questions are read whole only.
  private static let storyLength = 16

  /// The asking sentences of a story as a question of its own, with the story's subjects; nil where the text is short, has one
  /// sentence, or asks in none of them or in all.
  static func asking(in analysis: Analysis) -> Analysis? {
    guard analysis.terms.count >= storyLength, analysis.sentenceCount > 1 else { return nil }
    let sentences = Set(0..<analysis.sentenceCount).filter { asks($0, in: analysis) }
    let chosen = sentences.isEmpty ? [analysis.sentenceCount - 1] : sentences
    guard chosen.count < analysis.sentenceCount else { return nil }
    let part = analysis.keeping { chosen.contains($0.sentence) }
    return part.terms.contains { !$0.isFunctionWord } ? part : nil
  }

  private static func asks(_ sentence: Int, in analysis: Analysis) -> Bool {
    if analysis.questionMarks.contains(sentence) { return true }
    guard let first = analysis.tokens.first(where: { $0.sentence == sentence }) else { return false }
    return openers.contains(TermText.clean(first.reading))
  }

  /// Words that open a question or a request.
  private static let openers: Set<String> = [
    "what", "whats", "which", "who", "whom", "whose", "why", "how", "when", "where", "is", "are", "was", "were", "do",
    "does",
    "did", "can", "could", "will", "would", "should", "shall", "may", "might", "has", "have", "tell", "explain",
    "describe",
    "list", "name", "give", "say", "show",
  ]
}
