internal import Matching

/// Finds every match of every cue in a message.
///
/// Phrases are looked up by their first word, cues in the order in which they use one another; the time grows with the
/// length of the message (each start tries a bounded number of steps).
struct CueMatcher: Sendable {
  private let reader: Reader
  private let phrases: [CompiledPhrase]
  /// Phrases that may begin with an atom, by atom.
  private let starters: [[Int]]
  /// Phrases that begin with a match of another cue, by the cue they belong to.
  private let referring: [[Int]]
  /// Number cues by cue index.
  private let numbers: [Int: NumberCueMatcher]
  /// Cues in such an order that whatever a cue refers to stands before it.
  private let order: [Int]
  private let cueCount: Int

  init(_ compiled: CompiledCues) {
    reader = Reader(
      table: compiled.table, choices: compiled.choices, spelling: MisspellingIndex(compiled.spelling))
    phrases = compiled.phrases.map { $0.orderingByRarity(compiled.choices.sizes) }
    numbers = compiled.numbers
    order = compiled.order
    cueCount = compiled.names.count
    var starters = [[Int]](repeating: [], count: compiled.table.count)
    var referring = [[Int]](repeating: [], count: compiled.names.count)
    for (index, phrase) in compiled.phrases.enumerated() {
      for atom in Set(phrase.openingAtoms) { starters[atom].append(index) }
      if !phrase.openingCues.isEmpty { referring[phrase.cue].append(index) }
    }
    self.starters = starters
    self.referring = referring
  }

  /// The matches of each cue, by cue index, ordered by where they start.
  func matches(in analysis: Analysis) -> (reading: Reading, matches: [[CueMatch]]) {
    let reading = reader.read(analysis.tokens)
    let candidates = candidates(in: reading)
    var matches = [[CueMatch]](repeating: [], count: cueCount)
    let found = NumberReader(reading).numbers()
    for cue in order {
      if let number = numbers[cue] {
        matches[cue] = found.isEmpty ? [] : number.matches(found, in: reading)
      } else if !candidates[cue].isEmpty || !referring[cue].isEmpty {
        matches[cue] = self.matches(of: cue, candidates[cue], reading, matches)
      }
    }
    return (reading, matches)
  }

  /// A quick look before any matching: the message has a word for every place of the phrase.
  private func isPossible(_ phrase: Int, in reading: Reading) -> Bool {
    for set in phrases[phrase].mustHave where !reading.hasWord(in: set) { return false }
    return true
  }

  /// Where each cue may start: word position and phrase.
  private func candidates(in reading: Reading) -> [[(start: Int, phrase: Int)]] {
    var candidates = [[(start: Int, phrase: Int)]](repeating: [], count: cueCount)
    for (start, word) in reading.words.enumerated() {
      for atom in word.atoms {
        for phrase in starters[atom] where isPossible(phrase, in: reading) {
          candidates[phrases[phrase].cue].append((start, phrase))
        }
      }
    }
    return candidates
  }

  private func matches(
    of cue: Int, _ candidates: [(start: Int, phrase: Int)], _ reading: Reading, _ known: [[CueMatch]]
  ) -> [CueMatch] {
    let run = PhraseRun(reading: reading, known: known)
    var found: [CueMatch] = []
    for (start, phrase) in candidates {
      for end in run.ends(of: phrases[phrase], from: start) { found.append(CueMatch(start: start, end: end)) }
    }
    for phrase in referring[cue] where isPossible(phrase, in: reading) {
      for start in starts(of: phrases[phrase].openingCues, known) {
        for end in run.ends(of: phrases[phrase], from: start) { found.append(CueMatch(start: start, end: end)) }
      }
    }
    return Self.ordered(found)
  }

  private func starts(of cues: [Int], _ known: [[CueMatch]]) -> [Int] {
    var starts: [Int] = []
    for cue in cues {
      for match in known[cue] where starts.last != match.start { starts.append(match.start) }
    }
    return starts
  }

  private static func ordered(_ matches: [CueMatch]) -> [CueMatch] {
    guard matches.count > 1 else { return matches }
    var unique: [CueMatch] = []
    for match in matches.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where unique.last != match {
      unique.append(match)
    }
    return unique
  }
}
