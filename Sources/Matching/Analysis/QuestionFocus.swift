/// Finds the part of a story that asks.
enum QuestionFocus {
  /// Shorter questions are read whole only.
  private static let storyLength = 16

  /// The asking part of a story as a question of its own, with the story's subjects where it names none; nil where the text is
  /// short or all of it asks.
  static func asking(in analysis: Analysis) -> Analysis? {
    guard analysis.terms.count >= storyLength else { return nil }
    return analysis.sentenceCount > 1 ? askingSentences(of: analysis) : lastQuestion(in: analysis)
  }

  /// The sentences that ask, or else the last one; with the sentence before them where they only point back ("what does it do").
  private static func askingSentences(of analysis: Analysis) -> Analysis? {
    let asking = Set(0..<analysis.sentenceCount).filter { asks($0, in: analysis) }
    var chosen = asking.isEmpty ? [analysis.sentenceCount - 1] : asking
    let part = analysis.keeping { chosen.contains($0.sentence) }
    if pointsBack(part), let first = chosen.min(), first > 0 { chosen.insert(first - 1) }
    guard chosen.count < analysis.sentenceCount else { return nil }
    let focus = analysis.keeping { chosen.contains($0.sentence) }
    return focus.terms.contains { !$0.isFunctionWord } ? focus : nil
  }

  /// In a text without punctuation: from the last question word that has something to ask about.
  private static func lastQuestion(in analysis: Analysis) -> Analysis? {
    let terms = analysis.terms
    let start = terms.indices.last { index in
      questionWords.contains(terms[index].text) && terms[(index + 1)...].filter(analysis.isContent).count >= 2
    }
    guard let start, start >= storyLength / 2 else { return nil }
    return analysis.keeping(terms: Set(start..<terms.count))
  }

  private static func asks(_ sentence: Int, in analysis: Analysis) -> Bool {
    if analysis.questionMarks.contains(sentence) { return true }
    let words = analysis.tokens.filter { $0.sentence == sentence }.map { TermText.clean($0.reading) }
    guard let first = words.first else { return false }
    return openers.contains(first) || requests.contains { contains($0, in: words) }
  }

  private static func contains(_ phrase: [String], in words: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: phrase) }
  }

  /// True where the words lean on what was said before.
  private static func pointsBack(_ part: Analysis) -> Bool {
    let named = part.terms.contains { $0.subject != nil && $0.text != "it" }
    return !named && part.terms.contains { pronouns.contains($0.text) }
  }

  private static let pronouns: Set<String> = ["it", "its", "this", "that", "these", "those", "they", "them"]

  /// Words that open a question or a request.
  private static let openers: Set<String> = [
    "what", "whats", "which", "who", "whom", "whose", "why", "how", "when", "where", "is", "are", "was", "were", "do",
    "does", "did", "can", "could", "will", "would", "should", "shall", "may", "might", "has", "have", "tell", "explain",
    "describe", "list", "name", "give", "say", "show",
  ]

  private static let questionWords: Set<String> = ["what", "whats", "which", "who", "why", "how", "when", "where"]

  /// Phrases that make a sentence a request, wherever they stand in it.
  private static let requests: [[String]] = [
    "like to know", "want to know", "need to know", "wants to know", "wanted to know", "love to know", "tell me",
    "explain to me", "i wonder", "wondering", "curious", "i ask", "asked me", "my question", "question is",
    "find out", "look up", "like to understand", "want to understand", "need to understand",
  ].map { $0.split(separator: " ").map(String.init) }
}
