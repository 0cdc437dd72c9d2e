internal import Foundation

/// The events of a transaction, each as its own bytes: https://spec.matrix.org/latest/application-service-api/#pushing-events
///
/// A homeserver sends a transaction again until it is accepted, and everything else waits meanwhile. So one event that cannot be
/// read, or is nested too deeply on purpose, must spoil none of its neighbours: the bytes are cut at the events' borders, which
/// takes one pass and no recursion, and each event is decoded alone.
struct MatrixTransaction {
  /// Every event that can be read, in order.
  let events: [MatrixEvent]

  /// The events of a body.
  ///
  /// - Throws: ``WebhookRefusal/malformed(_:)`` where it is no JSON.
  init(_ body: Data) throws(WebhookRefusal) {
    var scanner = Scanner(bytes: Array(body))
    if let pieces = scanner.elements(of: "events") {
      events = pieces.compactMap { try? JSONBody.decode(MatrixEvent.self, from: Data($0)) }
    } else {
      // Of another shape, or no JSON at all, which throws here.
      _ = try JSONBody.decode([String: Ignored].self, from: body)
      events = []
    }
  }

  private struct Ignored: Decodable {}

  /// Finds borders of values; what stands between them is left to a parser.
  private struct Scanner {
    let bytes: [UInt8]
    var index = 0

    /// The elements of an array that an object has under `key`; nil where the bytes are no object or are cut off.
    mutating func elements(of key: String) -> [ArraySlice<UInt8>]? {
      var found: [ArraySlice<UInt8>] = []
      guard take("{") else { return nil }
      if take("}") { return found }
      repeat {
        guard let name = value(), take(":") else { return nil }
        if name.elementsEqual("\"\(key)\"".utf8), take("[") {
          guard let elements = elements() else { return nil }
          found += elements
        } else if value() == nil {
          return nil
        }
      } while take(",")
      return take("}") && isAtEnd ? found : nil
    }

    private mutating func elements() -> [ArraySlice<UInt8>]? {
      var found: [ArraySlice<UInt8>] = []
      if take("]") { return found }
      repeat {
        guard let element = value() else { return nil }
        found.append(element)
      } while take(",")
      return take("]") ? found : nil
    }

    private var isAtEnd: Bool { bytes[index...].allSatisfy(Self.isSpace) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
      index += 1
      return true
    }

    /// The bytes of the next value, up to the comma or bracket behind it.
    private mutating func value() -> ArraySlice<UInt8>? {
      while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
      let start = index
      var depth = 0
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\""):
          guard skipText() else { return nil }
          if depth == 0 { return bytes[start..<index] }
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return index > start ? bytes[start..<index] : nil }
          depth -= 1
          if depth == 0 {
            index += 1
            return bytes[start..<index]
          }
        case UInt8(ascii: ","), UInt8(ascii: ":"):
          if depth == 0 { return index > start ? bytes[start..<index] : nil }
        default: break
        }
        index += 1
      }
      return nil
    }

    /// Goes behind the text that begins here; false where it does not end.
    private mutating func skipText() -> Bool {
      index += 1
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\\"): index += 2
        case UInt8(ascii: "\""):
          index += 1
          return true
        default: index += 1
        }
      }
      return false
    }
  }
}
