/// A secret from the configuration. It cannot print, reflect or encode itself; only ``value`` gives it away.
package struct Secret: Sendable, Equatable {
  /// The secret itself: for keys, and for headers and URLs that are never logged.
  package let value: String

  /// A secret.
  package init(_ value: String) { self.value = value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder.
  package var description: String { "<secret>" }
  /// A placeholder.
  package var debugDescription: String { "<secret>" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: [:]) }

  /// Compares in constant time.
  package static func == (one: Secret, other: Secret) -> Bool { ConstantTime.equal(one.value, other.value) }
}
