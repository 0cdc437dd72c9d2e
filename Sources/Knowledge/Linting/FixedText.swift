/// A notice or fixed reply of `safety/` that people get to read.
public struct FixedText: Sendable, Equatable {
  /// Where it stands in its file, for instance `notices medication-advice`.
  public let name: String
  /// The words.
  public let text: String
  /// The highest reading grade that is not remarked on.
  public let limit: Double
  /// File and line.
  public let place: SourcePlace

  /// A text with its limit.
  public init(name: String, text: String, limit: Double, place: SourcePlace) {
    self.name = name
    self.text = text
    self.limit = limit
    self.place = place
  }
}
