package import Knowledge

/// Reads a question: words, repairs, subjects, concepts, facets. The order of its steps stands in ``analyze(_:)``.
public struct Analyzer: Sendable {
  private let spelling: SpellingRepair
  private let subjects: SubjectTagger
  private let synonyms: PhraseTable<String>
  private let facets: PhraseTable<String>
  private let otherSubjects: Set<String>
  private let maskedSubjects: Set<String>

  init(knowledge: Knowledge, lexicon: Lexicon) {
    let vocabulary = knowledge.vocabulary
    otherSubjects = Set(vocabulary.subjects.filter(\.isOther).map(\.id))
    let byKind = Dictionary(grouping: knowledge.documents, by: \.kind)
    maskedSubjects = otherSubjects.union(byKind.values.filter { $0.count > 1 }.flatMap { $0.map(\.subject) })
    spelling = SpellingRepair(spelling: vocabulary.spelling, lexicon: lexicon)
    subjects = SubjectTagger(vocabulary: vocabulary)
    var synonyms = PhraseTable<String>()
    for group in vocabulary.synonyms { for word in group.words { synonyms.add(word, group.id) } }
    synonyms.seal()
    self.synonyms = synonyms
    var facets = PhraseTable<String>()
    for facet in vocabulary.facets { for cue in facet.cues { facets.add(cue, facet.id) } }
    facets.seal()
    self.facets = facets
  }

  /// An analyzer with the words of a loaded folder, as the compiler makes it.
  package init(_ loaded: LoadedKnowledge) {
    self.init(knowledge: loaded.knowledge, lexicon: LexiconBuilder(loaded).build())
  }

  /// An analyzer that knows the vocabulary only: it repairs nothing that the vocabulary does not list.
  package init(knowledge: Knowledge) { self.init(knowledge: knowledge, lexicon: Lexicon(counts: [:])) }

  /// The question as the later stages read it. Linear in its length; only the first 2,000 words are read.
  public func analyze(_ text: String) -> Analysis {
    let (written, questionMarks) = Tokenizer.tokens(in: text)
    let tokens = spelling.repair(written)
    var terms = Salutation.removed(from: Self.terms(of: tokens), tokens: tokens)
    let (named, namesField) = subjects.tag(&terms, tokens: tokens)
    for match in synonyms.matches(in: terms.map(\.text)) {
      for index in match.start..<match.start + match.count { terms[index].concept = match.value }
    }
    for match in facets.matches(in: terms.map(\.text)) {
      for index in match.start..<match.start + match.count { terms[index].facet = match.value }
    }
    return Analysis(
      tokens: tokens, terms: terms, subjects: named, otherSubjects: otherSubjects, maskedSubjects: maskedSubjects,
      namesField: namesField, questionMarks: questionMarks,
      isForeign: LanguageGuess.isForeign(tokens))
  }

  /// True where a word, in lower case, is known to the knowledge or to English.
  package func knows(_ word: String) -> Bool { spelling.knows(word) }

  private static func terms(of tokens: [Token]) -> [Term] {
    tokens.enumerated().flatMap { index, token in
      token.reading.split(separator: " ").flatMap { TermText.parts(of: String($0)) }.map {
        Term(text: $0, token: index)
      }
    }
  }
}
