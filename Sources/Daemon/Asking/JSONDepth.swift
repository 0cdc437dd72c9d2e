import Foundation

/// Bounds how deep JSON may be nested, before a recursive reader sees it.
enum JSONDepth {
  /// Deepest nesting of arrays and objects.
  static let limit = 32

  /// True where the nesting of a text stays within the limit. Says nothing of whether the text is JSON. O(bytes).
  static func isWithin(_ text: Data) -> Bool {
    var (depth, isString, isEscaped) = (0, false, false)
    for byte in text {
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if depth > limit { return false }
    }
    return true
  }
}
