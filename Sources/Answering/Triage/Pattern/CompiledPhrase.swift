/// A phrase whose words and cues are numbers.
struct CompiledPhrase: Sendable {
  /// What may stand in one place.
  struct Choice: Sendable {
    /// Single words.
    let atoms: [Int]
    /// Matches of other cues.
    let cues: [Int]
    /// Runs of words.
    let runs: [[Int]]
  }

  /// One step of the phrase.
  enum Step: Sendable {
    case anyOf(Choice)
    case gap(Int)
    case notNext(Choice)
    case notPrevious(atoms: [Int])
    case clauseStart
    case clauseEnd
    case textStart
    case textEnd
  }

  /// The steps in order.
  let steps: [Step]
  /// Which cue the phrase belongs to.
  let cue: Int

  /// The words and cues that the first step which uses up a token may begin with.
  var opening: (atoms: [Int], cues: [Int]) {
    for step in steps {
      if case .anyOf(let choice) = step { return (choice.atoms + choice.runs.compactMap(\.first), choice.cues) }
    }
    return ([], [])
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
