/// Who is to be called.
public enum ContactKind: String, Sendable, Codable, CaseIterable {
  /// The emergency number.
  case emergency
  /// Somebody to talk to in a crisis.
  case crisis
  /// Poison help.
  case poison

  /// How replies write it.
  var placeholder: String { "{\(rawValue)}" }
}
