package import Foundation

/// JSON in both directions, with bounds on what comes in and one spelling for what goes out.
package enum JSONBody {
  /// Objects and arrays within one another that a body may have.
  package static let depth = 32

  /// The value of a JSON body; nil where it is JSON of another shape, which an authenticated platform may send and which is
  /// then ignored.
  ///
  /// - Throws: ``WebhookRefusal/malformed(_:)`` where it is no JSON or too deep.
  package static func decode<Value: Decodable>(_ type: Value.Type, from body: Data) throws(WebhookRefusal) -> Value? {
    guard !isTooDeep(body) else { throw .malformed("JSON is nested too deeply") }
    do {
      return try JSONDecoder().decode(type, from: body)
    } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
      throw .malformed("body is not JSON")
    } catch {
      return nil
    }
  }

  /// The bytes of `value`, keys in order, so that the same value has the same bytes.
  ///
  /// - Throws: `EncodingError` where JSON has no form for it.
  package static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  /// One pass over the bytes, before a parser recurses over them.
  private static func isTooDeep(_ body: Data) -> Bool { body.withUnsafeBytes { isTooDeep($0) } }

  private static func isTooDeep(_ body: UnsafeRawBufferPointer) -> Bool {
    var open = 0
    var isText = false
    var isEscaped = false
    for byte in body {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\") where isText: isEscaped = true
      case UInt8(ascii: "\""): isText.toggle()
      case _ where isText: break
      case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
      default: break
      }
      if open > depth { return true }
    }
    return false
  }
}
