/// A question as the stages after it read it.
public struct Analysis: Sendable, Equatable {
  /// Words in order, original and repaired.
  public let tokens: [Token]
  /// The matcher's view of the words.
  public var terms: [Term]
  /// The words around them, where these terms are a part of a longer question.
  var around: [Term] = []
  /// Subjects named, in order of first mention, without repeats; those that a conversation implies come last.
  public var subjects: [String]
  /// Those of ``subjects`` that have no document of their own.
  public let otherSubjects: Set<String>
  /// Those that the masked view hides: every subject but the procedures, which are what some questions are about.
  public let maskedSubjects: Set<String>
  /// True where a word for the whole field ("leukemia") stands outside any subject's name.
  public let namesField: Bool
  /// Indexes of the sentences that end in a question mark.
  public let questionMarks: Set<Int>
  /// True where the writing system or the words are not those of the knowledge's language.
  public let isForeign: Bool

  init(
    tokens: [Token], terms: [Term], subjects: [String], otherSubjects: Set<String>, maskedSubjects: Set<String>,
    namesField: Bool, questionMarks: Set<Int>, isForeign: Bool
  ) {
    self.tokens = tokens
    self.terms = terms
    self.subjects = subjects
    self.otherSubjects = otherSubjects
    self.maskedSubjects = maskedSubjects
    self.namesField = namesField
    self.questionMarks = questionMarks
    self.isForeign = isForeign
  }

  /// Tokens alone, for tests of stages that read nothing else.
  package init(tokens: [Token]) {
    self.init(
      tokens: tokens, terms: [], subjects: [], otherSubjects: [], maskedSubjects: [], namesField: false,
      questionMarks: [], isForeign: false)
  }

  /// Attributes asked for, in order of first mention.
  public var facets: [String] {
    var asked: [String] = []
    for facet in terms.lazy.compactMap(\.facet) where !asked.contains(facet) { asked.append(facet) }
    return asked
  }

  /// Number of sentences.
  public var sentenceCount: Int { (tokens.last?.sentence ?? -1) + 1 }

  /// The sentences that pass, as a question of their own that keeps the subjects of the whole where it names none.
  func keeping(_ passes: (Token) -> Bool) -> Analysis {
    keeping(terms: Set(terms.indices.filter { passes(tokens[terms[$0].token]) }))
  }

  /// Some of the terms as a question of their own, with the subjects of the whole where they name none.
  func keeping(terms kept: Set<Int>) -> Analysis {
    var part = self
    part.terms = terms.indices.filter(kept.contains).map { terms[$0] }
    part.around += terms.indices.filter { !kept.contains($0) }.map { terms[$0] }
    var named: [String] = []
    for subject in part.terms.compactMap(\.subject) where !named.contains(subject) { named.append(subject) }
    part.subjects = named + inherited(by: named)
    if !named.contains(where: part.rivals.contains) { part.readPronouns() }
    return part
  }

  /// What a part is about beside what it names. A subject without a document, mentioned in passing, is inherited only where
  /// there is no other.
  private func inherited(by named: [String]) -> [String] {
    let own = subjects.filter { !otherSubjects.contains($0) && !named.contains($0) }
    if named.isEmpty { return own.isEmpty ? subjects : own }
    if named.contains(where: { maskedSubjects.contains($0) && !otherSubjects.contains($0) }) { return [] }
    let namesOwn = named.contains { !otherSubjects.contains($0) }
    return own.filter { maskedSubjects.contains($0) ? rivals.count == 1 : !namesOwn }
  }

  /// "how is it treated", cut from a question about one disease, names that disease.
  private mutating func readPronouns() {
    guard rivals.count == 1, let subject = rivals.first else { return }
    for index in terms.indices where terms[index].text == "it" && terms[index].concept == nil {
      terms[index].subject = subject
    }
  }

  /// The same question about one of its subjects only: the names of the others are left out.
  func about(_ subject: String) -> Analysis {
    var part = self
    part.terms = terms.filter {
      $0.subject == nil || $0.subject == subject || !maskedSubjects.contains($0.subject ?? "")
    }
    part.subjects = [subject]
    return part
  }

  /// Subjects with a document that exclude each other and are named: two of them make a comparison.
  package var rivals: [String] { subjects.filter { maskedSubjects.contains($0) && !otherSubjects.contains($0) } }

  /// True where a word has content of its own beyond naming a subject.
  var hasContent: Bool { terms.contains(where: isContent) || asksWhatItIs }

  /// True where a term has content of its own: a procedure's name is content, a disease's name is not.
  func isContent(_ term: Term) -> Bool {
    if let subject = term.subject { return !maskedSubjects.contains(subject) }
    return !term.isFunctionWord || term.concept != nil
  }

  /// "what is ALL": no content beyond the name, and a question all the same.
  private var asksWhatItIs: Bool {
    terms.contains { $0.subject != nil } && terms.contains { $0.text == "what" }
      && terms.contains { ["is", "are"].contains($0.text) }
  }

  /// True where the question compares.
  var compares: Bool { terms.contains { Self.comparingWords.contains($0.stem) || $0.concept == "compare" } }

  private static let comparingWords: Set<String> = [
    "differ", "difference", "differenc", "different", "compar", "versus", "vs", "contrast", "unlik",
  ]

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
