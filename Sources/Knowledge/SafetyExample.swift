/// A message as somebody in danger might write it, or one that only sounds like it.
public struct SafetyExample: Sendable, Equatable {
  /// The message.
  public let text: String
  /// The safety class it belongs to, or ``none``: the name of its file in `safety/examples/`.
  public let label: String
  /// File below `Knowledge/` and line it stands in.
  public let place: SourcePlace

  /// The label of messages without danger.
  public static let none = "none"

  /// An example with its label.
  public init(text: String, label: String, place: SourcePlace) {
    self.text = text
    self.label = label
    self.place = place
  }
}
