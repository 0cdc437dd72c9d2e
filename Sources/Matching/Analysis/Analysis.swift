/// A question as the stages after it read it.
public struct Analysis: Sendable, Equatable {
  /// Words in order, original and repaired.
  public let tokens: [Token]
  /// The matcher's view of the words.
  public let terms: [Term]
  /// Subjects named, in order of first mention, without repeats; those that a conversation implies come last.
  public var subjects: [String]
  /// Those of ``subjects`` that have no document of their own.
  public let otherSubjects: Set<String>
  /// Those that the masked view hides: every subject but the procedures, which are what some questions are about.
  public let maskedSubjects: Set<String>
  /// True where a word for the whole field ("leukemia") stands outside any subject's name.
  public let namesField: Bool
  /// Facets asked for, with the words that say so.
  public let facets: [String]
  /// Indexes of the sentences that end in a question mark.
  public let questionMarks: Set<Int>
  /// True where the writing system or the words are not those of the knowledge's language.
  public let isForeign: Bool

  /// Number of sentences.
  public var sentenceCount: Int { (tokens.last?.sentence ?? -1) + 1 }

  /// The tokens that pass, as a question of their own that keeps the subjects of the whole where it names none.
  func keeping(_ passes: (Token) -> Bool) -> Analysis {
    let kept = terms.filter { passes(tokens[$0.token]) }
    var named: [String] = []
    for subject in kept.compactMap(\.subject) where !named.contains(subject) { named.append(subject) }
    return Analysis(
      tokens: tokens, terms: kept, subjects: named.isEmpty ? subjects : named, otherSubjects: otherSubjects,
      maskedSubjects: maskedSubjects, namesField: namesField, facets: facets, questionMarks: questionMarks,
      isForeign: isForeign)
  }

  /// The same question where a conversation says which subject it is about; unchanged where it names one itself.
  func assuming(subject: String?) -> Analysis {
    guard let subject, !subjects.contains(where: maskedSubjects.contains) else { return self }
    var assumed = self
    assumed.subjects.append(subject)
    return assumed
  }

  /// Repairs made, as (written, read), for explanations.
  public var repairs: [(written: String, read: String)] {
    tokens.compactMap { token in token.repaired.flatMap { $0.isEmpty ? nil : (token.text, $0) } }
  }
}
