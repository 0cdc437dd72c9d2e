/// Safety outcomes that a case accepts.
package struct ExpectedSafety: Sendable, Equatable {
  /// Classes that may be the highest to fire.
  package let classes: [SafetyClass]
  /// True where it is fine that none fires.
  package let acceptsNone: Bool

  package init(classes: [SafetyClass], acceptsNone: Bool) {
    self.classes = classes
    self.acceptsNone = acceptsNone
  }

  /// True where the highest class that fired is accepted.
  package func accepts(_ fired: SafetyClass?) -> Bool { fired.map(classes.contains) ?? acceptsNone }

  /// `emergency | crisis`, `none`
  package var written: String {
    (classes.map(\.rawValue) + (acceptsNone ? ["none"] : [])).joined(separator: " | ")
  }
}
