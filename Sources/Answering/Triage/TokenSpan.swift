internal import Matching

/// A run of tokens that a cue matched: indices into `Analysis.tokens`, end exclusive.
public struct TokenSpan: Sendable, Equatable, Hashable {
  /// Index of the first token.
  public let start: Int
  /// Index after the last token.
  public let end: Int

  /// Makes a span from token indices.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
