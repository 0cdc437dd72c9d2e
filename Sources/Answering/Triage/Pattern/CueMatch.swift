/// One place where a cue matched: positions in the `Reading`, end exclusive.
struct CueMatch: Equatable {
  /// First word.
  let start: Int
  /// After the last word.
  let end: Int
}
