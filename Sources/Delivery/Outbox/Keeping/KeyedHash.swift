package import Foundation

/// Who or what something belongs to, as a keyed hash: told apart without being known.
///
/// Made by ``StoreKey/hash(_:_:)``. Without the key file nothing can be found out from it, not even by trying every
/// possible user id. Prints nothing of itself.
package struct KeyedHash: Hashable, Sendable {
  /// The first 16 bytes of an HMAC-SHA256.
  package let bytes: Data

  package init(bytes: Data) { self.bytes = bytes }
}

extension KeyedHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<hash>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
