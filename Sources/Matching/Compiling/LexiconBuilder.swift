internal import Knowledge

/// Counts the words of a knowledge folder.
struct LexiconBuilder {
  private let loaded: LoadedKnowledge
  private var counts: [String: Int] = [:]

  init(_ loaded: LoadedKnowledge) { self.loaded = loaded }

  /// The lexicon: words of sections and vocabulary count as established, those of questions by how many lines use them.
  consuming func build() -> Lexicon {
    for section in loaded.knowledge.sections {
      count(section.title + " " + section.plainText, weight: Lexicon.targetCount)
    }
    for gap in loaded.knowledge.gaps { count(gap.title + " " + gap.reply, weight: Lexicon.minimumCount) }
    for name in vocabularyWords { count(name, weight: Lexicon.targetCount) }
    for utterance in loaded.training.utterances { count(utterance.text, weight: 1) }
    // A slip that the table knows is no word, however many people make it.
    for slip in loaded.knowledge.vocabulary.spelling.repairs.keys { counts[slip] = nil }
    return Lexicon(counts: counts)
  }

  private var vocabularyWords: [String] {
    let vocabulary = loaded.knowledge.vocabulary
    let whole = { (words: [String]) in words.filter { !$0.hasSuffix("*") } }
    return vocabulary.subjects.flatMap(\.names) + vocabulary.fieldWords + vocabulary.facets.flatMap { whole($0.cues) }
      + vocabulary.synonyms.flatMap { whole($0.words) }
  }

  private mutating func count(_ text: String, weight: Int) {
    let words = Tokenizer.tokens(in: text).tokens.flatMap { TermText.parts(of: $0.text) }
    for word in Set(words) { counts[word, default: 0] += weight }
  }
}
