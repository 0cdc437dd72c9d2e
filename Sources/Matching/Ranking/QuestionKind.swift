/// What sort of statement a question waits for. English only, like the rest of the analysis; it knows nothing of the subject.
enum QuestionKind: Int, CaseIterable, Sendable, Codable {
  /// "how long": a length of time.
  case duration
  /// "how many", "what age": a number.
  case count
  /// "what for", "what good": an aim or a use.
  case purpose
  /// "why": a reason.
  case reason
  /// "when", "in which phase", "what if": a time or a condition.
  case time
  /// "which phase", "in what order": a place in an order.
  case order
  /// "where", "from which": a place.
  case place
  /// "who", "whose": people.
  case person
  /// "what is it called", "the same as": a name.
  case name
  /// "the word", "stands for": what a word means.
  case meaning
  /// "which ones", "list": an enumeration.
  case list
  /// "all of them", "always", "only": how far something holds.
  case extent
  /// "what is": what something is.
  case definition

  /// What a sentence of this sort is worth beside the words it shares with the question, in the same unit: a rare shared word is
  /// worth about 5, a common one about 2.
  var weight: Float {
    switch self {
    case .duration: 4
    case .count: 3.5
    case .name, .meaning: 2.5
    case .purpose: 2.2
    case .person, .list: 2
    case .reason: 2.4
    case .time, .order: 1.6
    case .definition: 1.2
    case .place: 1
    case .extent: 0.8
    }
  }

  /// The kinds that the words of a question ask for.
  static func asked(by terms: [Term]) -> Set<QuestionKind> {
    let words = terms.map(\.text)
    return Set(allCases.filter { !(tables[$0]?.matches(in: words).isEmpty ?? true) })
  }

  /// One table a kind, since a phrase can ask for several: "what age" wants a number and people.
  private static let tables: [QuestionKind: PhraseTable<Bool>] = Dictionary(
    uniqueKeysWithValues: allCases.map { kind in
      var table = PhraseTable<Bool>()
      for cue in cues(kind) { table.add(cue, true) }
      table.seal()
      return (kind, table)
    })

  private static func cues(_ kind: QuestionKind) -> [String] {
    switch kind {
    case .duration:
      [
        "how long", "how much time", "how many years", "how many months", "how many weeks", "how many days", "duration",
        "length of time", "what length", "years", "months", "weeks", "time frame", "timeframe", "timeline",
        "same stretch", "until when", "how soon over", "drag on", "takes how long",
      ]
    case .count: ["how many", "number of", "count of", "what number", "how much", "what age", "which age", "how old"]
    case .purpose:
      [
        "why", "what for", "what is it for", "for what", "point of", "the point", "purpose*", "aim*", "goal*",
        "target of", "reason*", "use of", "good does", "what good", "supposed to", "meant to", "tries to", "trying to",
        "bother*", "achieve*", "objective*", "in aid of", "how important", "important", "big deal", "matter", "matters",
        "the use", "what does it do", "use the results for", "job",
      ]
    case .reason: ["why", "how come", "reason*", "what for", "because"]
    case .time:
      [
        "when", "which phase", "which phases", "what phase", "what phases", "which part of", "which stage",
        "what stage",
        "at what point", "what point", "during which", "what if", "if", "which step", "how soon", "what comes first",
        "what happens",
      ]
    case .order:
      [
        "which phase", "what phase", "which step", "what step", "which stage", "what stage", "in order",
        "in what order",
        "comes first", "comes next", "first step", "first thing", "the second", "the third",
      ]
    case .place:
      ["where", "whereabouts", "which bone*", "from which", "which part of the body", "what part of the body"]
    case .person:
      ["who", "whom", "whose", "which people", "which patients", "for whom", "what age", "which age", "how old"]
    case .name:
      [
        "called", "call", "name for", "name of", "other name*", "another name", "known as", "other word",
        "another word", "same thing", "same as", "different", "synonym*", "aka", "alias", "the same", "full name",
        "names",
      ]
    case .meaning:
      [
        "stand for", "stands for", "letters", "short for", "abbreviation*", "the word", "the term", "mean", "means",
        "meaning", "in full", "translate",
      ]
    case .list:
      [
        "list", "which tests", "what tests", "what are the", "options", "option", "kinds", "types", "all the",
        "everything", "rundown", "complete list", "full list", "name the", "factors", "what things", "which things",
        "what else", "ways", "what kinds", "what types", "which treatments", "what treatments", "reasons",
      ]
    case .extent:
      [
        "all of", "every", "each", "everyone", "always", "only", "completely", "whole", "entire", "sometimes",
        "usually",
        "just", "gone", "ever",
      ]
    case .definition:
      [
        "what is", "what are", "whats", "what s", "define", "definition", "explain", "meaning", "mean", "means",
        "translate", "what does it mean", "tell me about", "describe", "plain words", "plain english",
      ]
    }
  }
}
