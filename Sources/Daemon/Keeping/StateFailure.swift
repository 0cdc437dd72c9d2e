/// The state folder or the store in it cannot be used; ends a start with exit code 2.
package struct StateFailure: Error, CustomStringConvertible {
  /// What is wrong and what to do.
  let message: String

  /// The message.
  package var description: String { "store: \(message)" }
}
