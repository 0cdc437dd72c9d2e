/// One step of a phrase, as written; names are resolved when the phrase is compiled.
enum PhraseElement: Equatable {
  /// A token that is one of these words, any match of one of these cues, or one of these runs of words.
  case anyOf(words: [String], cues: [String], runs: [[String]])
  /// Up to so many tokens of any kind.
  case gap(Int)
  /// What follows is none of these.
  case notNext(words: [String], cues: [String], runs: [[String]])
  /// The token before is none of these.
  case notPrevious(words: [String])
  /// Start of a clause.
  case clauseStart
  /// End of a clause.
  case clauseEnd
  /// Start of the message.
  case textStart
  /// End of the message.
  case textEnd
}
