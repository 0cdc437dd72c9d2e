internal import Crypto
package import Foundation

/// A key for HMAC-SHA256 that is set up once, which is half the work of a code for a short message. Prints nothing of itself.
package struct MessageKey: Sendable {
  private let start: HMAC<SHA256>

  /// A key of these bytes.
  package init(_ key: Data) { start = HMAC<SHA256>(key: SymmetricKey(data: key)) }

  /// The code of the parts one after another, as ``MessageCode/sha256(_:key:)`` gives it.
  package func sha256(_ parts: Data...) -> Data {
    var code = start
    for part in parts { code.update(data: part) }
    return Data(code.finalize())
  }
}

extension MessageKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder.
  package var description: String { "<secret>" }
  /// A placeholder.
  package var debugDescription: String { description }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
