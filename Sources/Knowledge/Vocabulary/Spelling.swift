/// What spelling repair may and may not do.
public struct Spelling: Sendable, Codable, Equatable {
  /// Common misspellings and dictation slips: what is written (one or several words) to what is meant.
  public let repairs: [String: String]
  /// Words that are never changed and never the result of a change: names of diseases and drugs, short look-alikes.
  public let protected: [String]
  /// Ordinary English words that are not misspellings of anything.
  public let common: [String]

  /// Rules of these words.
  package init(repairs: [String: String] = [:], protected: [String] = [], common: [String] = []) {
    self.repairs = repairs
    self.protected = protected
    self.common = common
  }
}
