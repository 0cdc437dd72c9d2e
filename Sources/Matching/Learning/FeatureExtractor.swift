/// Turns an analysed question into features: words, pairs of neighbours, letter groups, concepts, facets and subjects.
enum FeatureExtractor {
  /// What a classifier is to see.
  enum View {
    /// Everything, subjects included.
    case plain
    /// Subjects replaced by a mark, so that documents of one kind share what they learn.
    case masked
  }

  /// Weights of the feature kinds, found on held-back lines; only their ratios matter.
  private enum Weight {
    static let word: Float = 1.0
    static let functionWord: Float = 0.5
    static let pair: Float = 0.7
    static let letters: Float = 0.3
    static let concept: Float = 1.0
    static let conceptPair: Float = 0.6
    static let facet: Float = 1.0
    static let subject: Float = 1.4
  }

  /// The features of a question. O(letters).
  static func features(of analysis: Analysis, view: View) -> [RawFeature] {
    let words = visibleWords(of: analysis, view: view)
    var features: [RawFeature] = []
    features.reserveCapacity(words.count * 24)
    var previous = "^"
    var previousConcept: String?
    for word in words {
      features.append(feature("w", word.stem, weight: word.isFunctionWord ? Weight.functionWord : Weight.word))
      features.append(pair("b", previous, word.stem, weight: Weight.pair))
      previous = word.stem
      if word.isMark || word.isFunctionWord { continue }
      addLetterGroups(of: word.text, to: &features)
      if let concept = word.concept, concept != previousConcept {
        features.append(feature("k", concept, weight: Weight.concept))
        if let previousConcept { features.append(pair("j", previousConcept, concept, weight: Weight.conceptPair)) }
        previousConcept = concept
      }
    }
    features.append(pair("b", previous, "$", weight: Weight.pair))
    for facet in analysis.facets { features.append(feature("f", facet, weight: Weight.facet)) }
    addSubjects(of: analysis, view: view, to: &features)
    return features
  }

  private struct Word {
    let stem: String
    let text: String
    let concept: String?
    let isFunctionWord: Bool
    let isMark: Bool
  }

  private static func visibleWords(of analysis: Analysis, view: View) -> [Word] {
    var words: [Word] = []
    var lastSubject: String?
    for term in analysis.terms {
      defer { lastSubject = term.subject }
      guard view == .masked, let subject = term.subject, analysis.maskedSubjects.contains(subject) else {
        words.append(
          Word(
            stem: term.stem, text: term.text, concept: term.concept, isFunctionWord: term.isFunctionWord, isMark: false)
        )
        continue
      }
      if subject != lastSubject {
        words.append(Word(stem: "<subject>", text: "", concept: nil, isFunctionWord: false, isMark: true))
      }
    }
    return words
  }

  private static func addSubjects(of analysis: Analysis, view: View, to features: inout [RawFeature]) {
    switch view {
    case .plain:
      for subject in analysis.subjects {
        features.append(
          feature("s", analysis.otherSubjects.contains(subject) ? "other" : subject, weight: Weight.subject))
      }
      if analysis.subjects.isEmpty {
        features.append(feature("s", analysis.namesField ? "field" : "none", weight: Weight.subject))
      }
    case .masked:
      let isOther = analysis.subjects.contains(where: analysis.otherSubjects.contains)
      features.append(feature("s", isOther ? "other" : "own", weight: Weight.facet))
    }
  }

  /// Groups of 3 to 5 letters of the word with its borders marked: what misspelt and inflected forms share.
  private static func addLetterGroups(of word: String, to features: inout [RawFeature]) {
    let letters = [0x5E] + Array(word.utf8) + [0x24]
    guard letters.count > 5 else { return }
    for length in 3...5 {
      guard letters.count >= length else { break }
      for start in 0...(letters.count - length) {
        var hash = FeatureHash(kind: "c")
        for byte in letters[start..<start + length] { hash.combine(byte: byte) }
        features.append(RawFeature(hash: hash.value, weight: Weight.letters))
      }
    }
  }

  private static func feature(_ kind: Character, _ name: String, weight: Float) -> RawFeature {
    var hash = FeatureHash(kind: kind)
    hash.combine(name)
    return RawFeature(hash: hash.value, weight: weight)
  }

  private static func pair(_ kind: Character, _ first: String, _ second: String, weight: Float) -> RawFeature {
    var hash = FeatureHash(kind: kind)
    hash.combine(first)
    hash.combine(byte: 0x20)
    hash.combine(second)
    return RawFeature(hash: hash.value, weight: weight)
  }
}
