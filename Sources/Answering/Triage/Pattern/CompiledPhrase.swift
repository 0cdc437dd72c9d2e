/// A phrase whose words and cues are numbers.
struct CompiledPhrase: Sendable {
  /// What may stand in one place.
  struct Choice: Sendable {
    /// Single words, as a number of the `ChoiceTable`; `nil` for none.
    let words: Int?
    /// Matches of other cues.
    let cues: [Int]
    /// Runs of words, each word as a number of the `ChoiceTable`.
    let runs: [[Int]]
  }

  /// One step of the phrase.
  enum Step: Sendable {
    case anyOf(Choice)
    case gap(Int)
    case notNext(Choice)
    case notPrevious(Choice)
    case clauseStart
    case clauseEnd
    case textStart
    case textEnd
  }

  /// The steps in order.
  let steps: [Step]
  /// Which cue the phrase belongs to.
  let cue: Int
  /// Atoms that the first step which uses up a token may begin with.
  let openingAtoms: [Int]
  /// Cues that it may begin with.
  let openingCues: [Int]
  /// Sets of words of which the message must have a member each, or the phrase cannot match.
  let mustHave: [Int]

  init(steps: [Step], cue: Int, openingAtoms: [Int]) {
    self.steps = steps
    self.cue = cue
    self.openingAtoms = openingAtoms
    let choices = steps.compactMap { step -> Choice? in
      if case .anyOf(let choice) = step { choice } else { nil }
    }
    openingCues = choices.first?.cues ?? []
    mustHave = choices.filter { $0.cues.isEmpty && $0.runs.isEmpty }.compactMap(\.words)
  }

  /// Every cue the phrase refers to.
  var references: [Int] {
    steps.flatMap { step -> [Int] in
      switch step {
      case .anyOf(let choice), .notNext(let choice): choice.cues
      default: []
      }
    }
  }
}
