/// Bold, dim and alert text for terminals; plain text where styling is off.
struct Styling: Sendable {
  /// False where text stays as it is.
  let isOn: Bool

  /// The words that answer.
  func bold(_ text: String) -> String { styled(text, "1") }
  /// What stands back: sources, labels.
  func dim(_ text: String) -> String { styled(text, "2") }
  /// Marks of notices.
  func notice(_ text: String) -> String { styled(text, "33") }
  /// Marks of replies that cannot wait.
  func alert(_ text: String) -> String { styled(text, "1;31") }

  private func styled(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
