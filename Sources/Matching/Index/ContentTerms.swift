/// The content of a text for the section index: one hash a content word, synonyms counted as one.
enum ContentTerms {
  /// Hashes of the content words of a question, subjects and function words left out, each once.
  static func hashes(of analysis: Analysis) -> [UInt64] {
    var seen: Set<UInt64> = []
    return analysis.terms.compactMap { hash(of: $0) }.filter { seen.insert($0).inserted }
  }

  /// Hashes of the content words of a field, with repeats.
  static func allHashes(of analysis: Analysis) -> [UInt64] { analysis.terms.compactMap { hash(of: $0) } }

  /// The hash of a term; nil where it is a function word or part of a subject's name.
  static func hash(of term: Term) -> UInt64? {
    if let concept = term.concept {
      var hash = FeatureHash(kind: "k")
      hash.combine(concept)
      return hash.value
    }
    guard !term.isFunctionWord, term.subject == nil else { return nil }
    var hash = FeatureHash(kind: "t")
    hash.combine(term.stem)
    return hash.value
  }
}
