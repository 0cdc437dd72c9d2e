import Chat

/// The path and the query of a request line, percent-decoded.
struct Target {
  /// The path.
  let path: String
  /// The query as it was sent, without the question mark.
  let rawQuery: String
  /// The query's pairs, in order.
  let query: [(name: String, value: String)]

  /// Longest target, in bytes.
  static let limit = 8192
  /// Most pairs of a query.
  static let pairLimit = 64

  /// The parts of a target such as `/v1/section?id=all/symptoms`; nil where it is too long, begins with no `/`, or its
  /// percent-encoding or UTF-8 is wrong, or its path holds a NUL.
  init?(_ text: String) {
    guard text.utf8.count <= Self.limit, text.utf8.first == UInt8(ascii: "/") else { return nil }
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
    guard let path = Self.decoded(bytes[..<end], plusIsBlank: false), !path.utf8.contains(0) else { return nil }
    var query: [(name: String, value: String)] = []
    let pairs = end < bytes.count ? bytes[(end + 1)...].split(separator: UInt8(ascii: "&")) : []
    guard pairs.count <= Self.pairLimit else { return nil }
    for pair in pairs {
      let middle = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      guard let name = Self.decoded(pair[..<middle], plusIsBlank: true),
        let value = Self.decoded(pair[middle...].dropFirst(), plusIsBlank: true)
      else { return nil }
      query.append((name, value))
    }
    self.path = path
    rawQuery = end < bytes.count ? String(decoding: bytes[(end + 1)...], as: UTF8.self) : ""
    self.query = query
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool) -> String? {
    let decoded = PercentDecoded(bytes, plusIsBlank: plusIsBlank)
    return decoded.isSound ? String(validating: decoded.bytes, as: UTF8.self) : nil
  }
}
