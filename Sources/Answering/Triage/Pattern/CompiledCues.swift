/// Cue sets and number cues with names and words turned into numbers.
struct CompiledCues: Sendable {
  /// Cue names by index.
  private(set) var names: [String] = []
  /// Cue index by name.
  private(set) var indices: [String: Int] = [:]
  /// Every phrase of every cue.
  private(set) var phrases: [CompiledPhrase] = []
  /// Number cues by cue index.
  private(set) var numbers: [Int: NumberCueMatcher] = [:]
  /// The words that phrases ask for.
  private(set) var table = AtomTable()
  /// The sets of words that phrases ask for.
  private(set) var choices = ChoiceTable()
  /// Cues, each after those it refers to; cues that refer to themselves in a circle are left out.
  private(set) var order: [Int] = []
  /// Guarded words.
  let spelling: SpellingGuard
  /// What could not be compiled, as sentences that name the cue.
  private(set) var faults: [(cue: String, reason: String)] = []

  init(_ rules: SafetyRules) {
    spelling = rules.spelling
    for cue in rules.cues { name(cue.name) }
    for cue in rules.numbers { name(cue.name) }
    for cue in rules.numbers {
      indices[cue.name].map { numbers[$0] = NumberCueMatcher(cue) }
      if cue.isEmpty { faults.append((cue.name, "can never match: its range is empty")) }
    }
    for cue in rules.cues { compile(cue) }
    sort()
  }

  private mutating func name(_ name: String) {
    guard indices[name] == nil else {
      faults.append((name, "stands twice"))
      return
    }
    indices[name] = names.count
    names.append(name)
  }

  private mutating func compile(_ cue: CueSet) {
    guard let index = indices[cue.name] else { return }
    if cue.phrases.isEmpty { faults.append((cue.name, "has no phrase and can never match")) }
    for line in cue.phrases {
      do {
        for elements in try PhraseParser().parse(line: line) {
          phrases.append(phrase(elements, of: cue.name, at: index))
        }
      } catch {
        faults.append((cue.name, "the phrase \"\(error.phrase)\" \(error.reason)"))
      }
    }
  }

  private mutating func phrase(_ elements: [PhraseElement], of cue: String, at index: Int) -> CompiledPhrase {
    var opening: [Int] = []
    for element in elements {
      guard case .anyOf(let words, _, let runs) = element else { continue }
      for word in words + runs.compactMap(\.first) { opening.append(table.atom(for: word)) }
      break
    }
    var steps: [CompiledPhrase.Step] = []
    for element in elements { steps.append(step(element, of: cue)) }
    return CompiledPhrase(steps: steps, cue: index, openingAtoms: opening)
  }

  private mutating func step(_ element: PhraseElement, of cue: String) -> CompiledPhrase.Step {
    switch element {
    case .anyOf(let words, let cues, let runs): .anyOf(choice(words, cues, runs, of: cue))
    case .gap(let length): .gap(length)
    case .notNext(let words, let cues, let runs): .notNext(choice(words, cues, runs, of: cue))
    case .notPrevious(let words): .notPrevious(choice(words, [], [], of: cue))
    case .clauseStart: .clauseStart
    case .clauseEnd: .clauseEnd
    case .textStart: .textStart
    case .textEnd: .textEnd
    }
  }

  private mutating func choice(
    _ words: [String], _ cues: [String], _ runs: [[String]], of cue: String
  ) -> CompiledPhrase.Choice {
    var numberedRuns: [[Int]] = []
    for run in runs {
      var numbers: [Int] = []
      for word in run { numbers.append(set([word])) }
      numberedRuns.append(numbers)
    }
    return CompiledPhrase.Choice(
      words: words.isEmpty ? nil : set(words), cues: resolve(cues, of: cue), runs: numberedRuns,
      openers: cues.isEmpty ? set(words + runs.compactMap(\.first)) : nil)
  }

  /// The number of a set of words.
  private mutating func set(_ words: [String]) -> Int {
    var atoms: [Int] = []
    for word in words { atoms.append(table.atom(for: word)) }
    return choices.number(of: atoms)
  }

  private mutating func resolve(_ cues: [String], of cue: String) -> [Int] {
    cues.compactMap { name in
      if let index = indices[name] { return index }
      faults.append((cue, "refers to the unknown cue \"\(name)\""))
      return nil
    }
  }

  /// Depth first, so that every cue stands after those it refers to.
  private mutating func sort() {
    var references = [Set<Int>](repeating: [], count: names.count)
    for phrase in phrases { references[phrase.cue].formUnion(phrase.references) }
    var state = [Int](repeating: 0, count: names.count)
    for cue in names.indices { visit(cue, references, &state) }
  }

  private mutating func visit(_ cue: Int, _ references: [Set<Int>], _ state: inout [Int]) {
    guard state[cue] == 0 else {
      if state[cue] == 1 { faults.append((names[cue], "refers to itself in a circle")) }
      return
    }
    state[cue] = 1
    for reference in references[cue].sorted() { visit(reference, references, &state) }
    state[cue] = 2
    order.append(cue)
  }
}
