internal import Knowledge
internal import Matching

/// What a reply came to, in one short phrase.
enum Outcome {
  /// `all/symptoms`, `clarify all/symptoms | aml/symptoms`, `decline gap:cost`, `smalltalk`, `safety reply emergency`
  static func written(_ answer: Answer) -> String {
    let sections = answer.sections.map(\.section)
    switch answer.kind {
    case .answer: return sections.first ?? answer.safety.map { "safety reply \($0.rawValue)" } ?? "answer"
    case .clarify: return "clarify " + sections.sorted().joined(separator: " | ")
    case .decline: return "decline " + (answer.reason?.written ?? "")
    case .smalltalk: return "smalltalk"
    }
  }
}
