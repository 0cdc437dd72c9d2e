/// Tries phrases against one message.
struct PhraseRun {
  /// The message.
  let reading: Reading
  /// Matches of the cues that phrases may refer to, by cue index.
  let known: [[CueMatch]]

  /// Where the phrase may end when its first word stands at `start`; at most eight ends.
  func ends(of phrase: CompiledPhrase, from start: Int) -> [Int] {
    var ends: [Int] = []
    walk(phrase.steps[...], at: start, sentence: reading.words[start].sentence, into: &ends)
    return ends
  }

  private func walk(_ steps: ArraySlice<CompiledPhrase.Step>, at position: Int, sentence: Int, into ends: inout [Int]) {
    guard ends.count < 8 else { return }
    guard let step = steps.first else {
      if !ends.contains(position) { ends.append(position) }
      return
    }
    let rest = steps.dropFirst()
    switch step {
    case .anyOf(let choice):
      take(choice, then: rest, at: position, sentence: sentence, into: &ends)
    case .gap(let longest):
      for skip in 0...longest where isInside(position + skip - 1, sentence) || skip == 0 {
        walk(rest, at: position + skip, sentence: sentence, into: &ends)
      }
    default:
      if holds(step, at: position, sentence: sentence) {
        walk(rest, at: position, sentence: sentence, into: &ends)
      }
    }
  }

  private func take(
    _ choice: CompiledPhrase.Choice, then rest: ArraySlice<CompiledPhrase.Step>, at position: Int, sentence: Int,
    into ends: inout [Int]
  ) {
    guard isInside(position, sentence) else { return }
    if let words = choice.words, reading.word(position, isIn: words) {
      walk(rest, at: position + 1, sentence: sentence, into: &ends)
    }
    for run in choice.runs where stands(run, at: position, sentence) {
      walk(rest, at: position + run.count, sentence: sentence, into: &ends)
    }
    for cue in choice.cues {
      for match in matches(of: cue, at: position) where reading.words[match.end - 1].sentence == sentence {
        walk(rest, at: match.end, sentence: sentence, into: &ends)
      }
    }
  }

  /// Whether the words of a run stand one after another.
  private func stands(_ run: [Int], at position: Int, _ sentence: Int) -> Bool {
    for (offset, set) in run.enumerated() {
      guard isInside(position + offset, sentence), reading.word(position + offset, isIn: set) else { return false }
    }
    return true
  }

  private func isInside(_ position: Int, _ sentence: Int) -> Bool {
    position >= 0 && position < reading.words.count && reading.words[position].sentence == sentence
  }

  private func holds(_ step: CompiledPhrase.Step, at position: Int, sentence: Int) -> Bool {
    switch step {
    case .notNext(let choice): return !follows(choice, at: position, sentence)
    case .notPrevious(let choice):
      guard let words = choice.words, isInside(position - 1, sentence) else { return true }
      return !reading.word(position - 1, isIn: words)
    case .clauseStart: return position < reading.words.count && reading.isClauseStart(position)
    case .clauseEnd: return reading.isClauseEnd(position)
    case .textStart: return position == 0
    case .textEnd: return position == reading.words.count
    case .anyOf, .gap: return false
    }
  }

  /// Whether anything of a choice stands at a position.
  private func follows(_ choice: CompiledPhrase.Choice, at position: Int, _ sentence: Int) -> Bool {
    guard isInside(position, sentence) else { return false }
    if let words = choice.words, reading.word(position, isIn: words) { return true }
    return choice.runs.contains { stands($0, at: position, sentence) }
      || choice.cues.contains { !matches(of: $0, at: position).isEmpty }
  }

  /// The matches of a cue that start at a position, found by bisection.
  private func matches(of cue: Int, at position: Int) -> ArraySlice<CueMatch> {
    let all = known[cue]
    guard !all.isEmpty else { return [] }
    let first = all.firstIndex(startingAtOrAfter: position)
    var end = first
    while end < all.count, all[end].start == position { end += 1 }
    return all[first..<end]
  }
}

extension [CueMatch] {
  /// Index of the first match that starts at a position or after it; `count` when there is none.
  func firstIndex(startingAtOrAfter position: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
