internal import Knowledge

/// Finds which subjects a question names, and decides whether a name that is also an ordinary word ("all") is meant as one.
struct SubjectTagger: Sendable {
  private let names: PhraseTable<String>
  private let fieldWords: PhraseTable<Bool>
  /// The ordinary word to the subject it may name.
  private let ambiguous: [String: String]

  init(vocabulary: Vocabulary) {
    var names = PhraseTable<String>()
    var ambiguous: [String: String] = [:]
    for subject in vocabulary.subjects {
      for name in subject.names { names.add(name, subject.id) }
      for name in subject.ambiguousNames { ambiguous[name.lowercased()] = subject.id }
    }
    names.seal()
    var fieldWords = PhraseTable<Bool>()
    for word in vocabulary.fieldWords { fieldWords.add(word, true) }
    fieldWords.seal()
    self.names = names
    self.fieldWords = fieldWords
    self.ambiguous = ambiguous
  }

  /// Notes subjects on the terms; gives those named, in order, and whether the field as a whole is named.
  func tag(_ terms: inout [Term], tokens: [Token]) -> (subjects: [String], namesField: Bool) {
    for match in names.matches(in: terms.map(\.text)) {
      for index in match.start..<match.start + match.count { terms[index].subject = match.value }
    }
    for index in terms.indices where terms[index].subject == nil {
      guard let subject = ambiguous[terms[index].text] else { continue }
      if isName(at: index, terms: terms, tokens: tokens, subject: subject) { terms[index].subject = subject }
    }
    var subjects: [String] = []
    for term in terms {
      if let subject = term.subject, !subjects.contains(subject) { subjects.append(subject) }
    }
    let field = fieldWords.matches(in: terms.map(\.text)).contains { terms[$0.start].subject == nil }
    return (subjects, field)
  }

  /// Written in capitals among ordinary writing, or standing where only a name can stand.
  private func isName(at index: Int, terms: [Term], tokens: [Token], subject: String) -> Bool {
    if tokens[terms[index].token].isCapitalized, !isShouting(tokens) { return true }
    let previous = index > 0 ? terms[index - 1] : nil
    let next = index + 1 < terms.count ? terms[index + 1] : nil
    let endsClause = next == nil || tokens[terms[index].token].clause != tokens[next?.token ?? 0].clause
    if Self.nounsAfterName.contains(next?.stem ?? ""), Self.wordsBeforeName.contains(previous?.text ?? "") {
      return true
    }
    if Self.joiners.contains(next?.text ?? ""), index + 2 < terms.count, let other = terms[index + 2].subject,
      other != subject
    {
      return true
    }
    if Self.joiners.contains(previous?.text ?? ""), index > 1, let other = terms[index - 2].subject, other != subject {
      return true
    }
    guard let previous, Self.wordsBeforeName.contains(previous.text) else { return false }
    if index > 1, Self.notBefore.contains(terms[index - 2].text + " " + previous.text) { return false }
    return endsClause || Self.wordsAfterName.contains(next?.text ?? "")
  }

  /// Most words are in capitals, so capitals say nothing.
  private func isShouting(_ tokens: [Token]) -> Bool {
    let words = tokens.filter { $0.text.count > 1 && $0.text.contains(where: \.isLetter) }
    return words.filter(\.isCapitalized).count * 2 > words.count && words.count > 2
  }

  private static let joiners: Set<String> = ["and", "or", "vs", "versus", "than", "to", "with", "from"]
  private static let wordsBeforeName: Set<String> = [
    "with", "have", "has", "had", "having", "got", "get", "gets", "of", "for", "in", "about", "is", "are", "against",
    "called",
    "acute", "by", "from", "childhood", "adult", "pediatric", "paediatric", "treat", "cause", "causes", "cure", "beat",
    "diagnose", "diagnosed", "what", "does", "can", "treats", "develop", "develops", "like", "fight", "suspect",
    "suspected",
  ]
  private static let wordsAfterName: Set<String> = [
    "and", "or", "what", "how", "when", "why", "is", "are", "do", "does", "can", "will", "would", "in", "at", "who",
    "where",
    "my", "but", "if", "please", "pls", "come", "go", "start", "happen", "cause", "have", "leukemia", "leukaemia",
    "not",
    "like", "explained", "explain", "vs", "versus", "usually", "actually", "treated", "diagnosed", "detected", "spread",
    "get",
  ]
  private static let nounsAfterName: Set<String> = [
    "patient", "kid", "relapse", "diagnosi", "leukemia", "leukaemia", "survivor", "sufferer", "induction", "maintenanc",
  ]
  private static let notBefore: Set<String> = [
    "what about", "is that", "that is", "what are", "what is this", "how about",
  ]
}
