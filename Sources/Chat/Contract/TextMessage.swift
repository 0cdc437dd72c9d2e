/// A message that is nothing but text: what the platforms without buttons store.
package struct TextMessage: Codable, Sendable {
  /// The text in the platform's own form.
  package var text: String

  /// A message with this text.
  package init(text: String) { self.text = text }
}
