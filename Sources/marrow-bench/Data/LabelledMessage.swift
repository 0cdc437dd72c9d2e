/// A message with its label; nil where it belongs to nothing the engine knows.
package struct LabelledMessage: Sendable, Equatable, Codable {
  package let text: String
  package let label: String?
  /// Which kind of belonging to nothing; nil where none is told apart.
  package var kind: String?

  package init(text: String, label: String?, kind: String? = nil) {
    self.text = text
    self.label = label
    self.kind = kind
  }
}
