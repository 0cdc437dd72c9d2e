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
    /// The single words and the first words of the runs, as a number of the `ChoiceTable`: one of them must be in a message that
    /// matches. `nil` where a cue may stand here as well.
    let openers: Int?
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
  /// Sets of words of which the message must have a member each, or the phrase cannot match; the smallest, which are the
  /// rarest to be met, come first.
  private(set) var mustHave: [Int]

  init(steps: [Step], cue: Int, openingAtoms: [Int]) {
    self.steps = steps
    self.cue = cue
    self.openingAtoms = openingAtoms
    let choices = steps.compactMap { step -> Choice? in
      if case .anyOf(let choice) = step { choice } else { nil }
    }
    openingCues = choices.first?.cues ?? []
    mustHave = choices.compactMap(\.openers)
  }

  /// The same with its rarest words looked at first.
  func orderingByRarity(_ sizes: [Int]) -> CompiledPhrase {
    var phrase = self
    phrase.mustHave.sort { (sizes[$0], $0) < (sizes[$1], $1) }
    return phrase
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
