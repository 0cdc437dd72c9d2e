internal import Knowledge

/// Tells which kinds of question a sentence answers, by its form.
enum SentenceKinds {
  /// The kinds of question that a sentence answers.
  static func answered(by sentence: Sentence, analysis: Analysis) -> Set<QuestionKind> {
    let words = analysis.terms.map(\.text)
    let present = Set(words)
    var kinds = Set(cues.filter { !$0.value.isDisjoint(with: present) }.map(\.key))
    if words.contains(where: isNumber) { kinds.insert(.count) }
    if statesAim(words) { kinds.insert(.purpose) }
    if statesPlace(analysis) { kinds.insert(.place) }
    if enumerates(sentence) { kinds.insert(.list) }
    if defines(words) { kinds.insert(.definition) }
    return kinds
  }

  private static let cues: [QuestionKind: Set<String>] = [
    .duration: ["year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minutes"],
    .count: [
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty",
    ],
    .purpose: [
      "aim", "aims", "help", "helps", "lets", "let", "meant", "important", "crucial", "whether", "purpose",
    ],
    .reason: ["because", "reason", "reasons", "concern", "since", "so"],
    .time: [
      "when", "if", "before", "after", "during", "phase", "phases", "step", "first", "second", "third", "then", "once",
      "while", "until", "starts", "begins", "sometimes",
    ],
    .order: ["first", "second", "third", "fourth", "next", "then", "last"],
    .person: [
      "people", "person", "child", "children", "adult", "adults", "patient", "patients", "donor", "someone", "own",
      "survivors",
    ],
    .name: ["called", "known", "name", "named", "same"],
    .meaning: ["short", "means", "stands", "word", "refers", "full"],
    .extent: [
      "all", "every", "each", "most", "some", "sometimes", "usually", "often", "not", "only", "typically", "depending",
      "depends", "depend", "both",
    ],
  ]

  private static func isNumber(_ word: String) -> Bool { !word.isEmpty && word.allSatisfy(\.isNumber) }

  /// "to" before a verb: a word that is no function word, where "to" does not belong to the word before it.
  private static func statesAim(_ words: [String]) -> Bool {
    words.indices.dropLast().contains { index in
      words[index] == "to" && !FunctionWords.contains(words[index + 1])
        && (index == 0
          || !["lead", "linked", "tied", "due", "tend", "choose", "decide", "two"].contains(words[index - 1]))
    }
  }

  /// A preposition of place before something that is not the subject itself.
  private static func statesPlace(_ analysis: Analysis) -> Bool {
    let terms = analysis.terms
    return terms.indices.dropLast().contains { index in
      ["from", "into", "around", "inside", "through", "out"].contains(terms[index].text)
        && !analysis.maskedSubjects.contains(terms[index + 1].subject ?? "")
    }
  }

  /// Introduces a list, or strings several things together itself.
  private static func enumerates(_ sentence: Sentence) -> Bool {
    switch sentence.role {
    case .introduction: true
    case .item: false
    case .statement: sentence.text.filter { $0 == "," }.count >= 2
    }
  }

  /// "is a", "are the", "which are", "means": says what something is.
  private static func defines(_ words: [String]) -> Bool {
    if words.contains("means") || words.contains("refers") { return true }
    return words.indices.dropLast().contains { index in
      ["is", "are"].contains(words[index])
        && (["a", "an", "the"].contains(words[index + 1]) || index > 0 && ["which", "that"].contains(words[index - 1]))
    }
  }
}
