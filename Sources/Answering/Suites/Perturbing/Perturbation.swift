internal import Matching

/// Changes questions the way hurried people do: typing errors, case, punctuation, dropped function words.
///
/// What a question means stays: no word that carries a person, a negation or a topic is dropped, and of a word no more
/// than one letter changes. The same seed and case give the same variant, whatever other cases there are.
package struct Perturbation: Sendable, Equatable {
  /// Seed of every choice.
  package let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// A way to change a question.
  enum Change: CaseIterable {
    case typo
    case letterCase
    case punctuation
    case droppedWords
  }

  /// The case with each of its questions changed in one or two ways.
  package func variant(of canned: CannedCase) -> CannedCase {
    var generator = SeededGenerator(seed: seed ^ Self.hash(canned.id))
    let turns = canned.turns.map { turn in
      CannedTurn(
        question: changed(turn.question, with: &generator), expectation: turn.expectation, place: turn.place)
    }
    return CannedCase(id: canned.id, why: canned.why, group: canned.group, turns: turns, place: canned.place)
  }

  /// A question changed in one way that shows, and half the time in a second one.
  func changed(_ question: String, with generator: inout SeededGenerator) -> String {
    var left = Bool.random(using: &generator) ? 2 : 1
    var text = question
    for change in Change.allCases.shuffled(using: &generator) where left > 0 {
      let next = apply(change, to: text, with: &generator)
      if next != text { left -= 1 }
      text = next
    }
    return text
  }

  private func apply(_ change: Change, to text: String, with generator: inout SeededGenerator) -> String {
    switch change {
    case .typo: TypingErrors.add(to: text, with: &generator)
    case .letterCase: Bool.random(using: &generator) ? text.lowercased() : text.uppercased()
    case .punctuation: Self.repunctuated(text, with: &generator)
    case .droppedWords: Self.withoutSomeWords(text, with: &generator)
    }
  }

  // MARK: Punctuation and words

  private static func repunctuated(_ text: String, with generator: inout SeededGenerator) -> String {
    let bare = withoutMarks(text)
    if bare != text, Bool.random(using: &generator) { return bare }
    let ends = ["?", "??", "...", "!", " ?"]
    let stem = String(text.reversed().drop { ".!? ".contains($0) }.reversed())
    return stem.isEmpty ? text : stem + (ends.randomElement(using: &generator) ?? "?")
  }

  /// Without the marks at the ends of words; a decimal point stays, since "38.5" and "385" are two things.
  private static func withoutMarks(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let bare = words.map { word in String(word.reversed().drop { ".,;:!?".contains($0) }.reversed()) }
    return bare.joined(separator: " ")
  }

  private static func withoutSomeWords(_ text: String, with generator: inout SeededGenerator) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let kept = words.filter { word in
      !droppable.contains(word.lowercased()) || Int.random(in: 0..<3, using: &generator) == 0
    }
    return kept.joined(separator: " ")
  }

  /// Words that people leave out without asking for anything else: no pronoun, no negation, no preposition of
  /// direction.
  private static let droppable: Set<String> = [
    "a", "an", "the", "is", "are", "do", "does", "did", "of", "please", "that", "so", "just", "really", "some", "there",
  ]

  /// FNV-1a over the UTF-8 bytes.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
