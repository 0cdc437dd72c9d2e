import Foundation

/// Prints values as JSON for scripts.
enum JSONText {
  /// The value with sorted keys, indented.
  /// - Throws: what the encoder throws, for a number that JSON cannot hold.
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
