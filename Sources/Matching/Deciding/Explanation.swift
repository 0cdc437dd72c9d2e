/// Why a question, or a part of one, came out as it did: everything that was weighed, for answers and refusals alike.
public struct Explanation: Sendable {
  /// A way to react that was weighed.
  public struct Weighed: Sendable {
    /// The section; nil for declining.
    public let section: String?
    /// Its calibrated probability.
    public let probability: Double
    /// Its named signals, in a fixed order.
    public let signals: [(name: String, value: Double)]
  }

  /// Words as they were read.
  public let words: [String]
  /// Spelling repairs, (written, read).
  public let repairs: [(written: String, read: String)]
  /// Synonyms used, (words, concept).
  public let concepts: [(word: String, concept: String)]
  /// Subjects named, with the words that name them.
  public let subjects: [(subject: String, words: String)]
  /// Attributes asked for.
  public let facets: [String]
  /// Most likely aspects and other classes of the subject-masked text, best first.
  public let aspects: [(name: String, probability: Double)]
  /// The training questions nearest in meaning, best first, each with the class it belongs to; empty without an encoder.
  public let neighbours: [(question: String, name: String, similarity: Double)]
  /// What was weighed, best first; the five best.
  public let candidates: [Weighed]
  /// Probability of the best reaction less that of the second.
  public let margin: Double
  /// The rule that decided, in words.
  public let rule: String

  /// The section that came nearest, even where none answers; nil where none was weighed.
  public var nearest: String? { candidates.lazy.compactMap(\.section).first }

  /// The same explanation with the nearest section and the rule alone, for keeping.
  package var brief: Explanation {
    let nearest = candidates.first { $0.section != nil }.map {
      Weighed(section: $0.section, probability: $0.probability, signals: [])
    }
    return Explanation(
      words: [], repairs: [], concepts: [], subjects: [], facets: [], aspects: [], neighbours: [],
      candidates: nearest.map { [$0] } ?? [], margin: margin, rule: rule)
  }
}
