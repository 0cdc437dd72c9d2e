/// What stands at a place in a document where something else should.
package struct JSONSyntaxError: Error, Equatable, CustomStringConvertible {
  /// Bytes from the start.
  package let offset: Int
  package let expected: String

  package var description: String { "byte \(offset): \(expected) expected" }
}
