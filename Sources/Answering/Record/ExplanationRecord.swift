import Matching

/// Why an answer came out as it did, as JSON: the rule where triage or the conversation decided, and every matched part.
struct ExplanationRecord {
  private let answer: Answer

  /// The record of an answer's explanations.
  init(_ answer: Answer) { self.answer = answer }

  /// The record.
  var json: JSONValue {
    .object([("rule", .string(answer.rule)), ("parts", .array(answer.explanations.map(Self.part)))])
  }

  private static func part(_ part: Explanation) -> JSONValue {
    .object([
      ("words", .array(part.words.map { .string($0) })),
      ("repairs", pairs(part.repairs.map { ($0.written, $0.read) }, keys: ("written", "read"))),
      ("concepts", pairs(part.concepts.map { ($0.word, $0.concept) }, keys: ("word", "concept"))),
      ("subjects", pairs(part.subjects.map { ($0.subject, $0.words) }, keys: ("subject", "words"))),
      ("facets", .array(part.facets.map { .string($0) })),
      (
        "aspects",
        .array(part.aspects.map { .object([("name", .string($0.name)), ("score", .score($0.probability))]) })
      ),
      (
        "neighbours",
        .array(
          part.neighbours.map {
            .object([
              ("question", .string($0.question)), ("class", .string($0.name)), ("similarity", .score($0.similarity)),
            ])
          })
      ),
      ("candidates", .array(part.candidates.map(candidate))),
      ("margin", .score(part.margin)),
      ("rule", .string(part.rule)),
    ])
  }

  private static func pairs(_ pairs: [(String, String)], keys: (String, String)) -> JSONValue {
    .array(pairs.map { .object([(keys.0, .string($0)), (keys.1, .string($1))]) })
  }

  private static func candidate(_ candidate: Explanation.Weighed) -> JSONValue {
    .object([
      ("section", .string(candidate.section)), ("score", .score(candidate.probability)),
      ("signals", .object(candidate.signals.map { ($0.name, .score($0.value)) })),
    ])
  }
}
