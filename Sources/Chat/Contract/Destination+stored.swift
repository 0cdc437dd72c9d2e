internal import Answering
package import Foundation

extension Destination {
  /// The destination as JSON, as `JSONEncoder` would write it, in a fraction of the time.
  package var stored: Data {
    let fields = fields.sorted { $0.key < $1.key }.map { (key: $0.key, value: JSONValue.string($0.value)) }
    return Data(JSONValue.object([("fields", .object(fields)), ("lane", .string(lane))]).bytes)
  }
}
