internal import Answering
package import Foundation

extension ChatMessage {
  /// The message as JSON, as `JSONEncoder` would write it, in a fraction of the time.
  package var stored: Data {
    let value = JSONValue.object([
      ("count", .integer(count)), ("index", .integer(index)), ("payload", .string(payload.base64EncodedString())),
    ])
    return Data(value.bytes)
  }
}
