/// Reads JSON from bytes that may be anything: bounds and depth are checked, so a broken file gives an error and no crash.
///
/// Its own because keys must stay as they are in the file (a dictionary of strings would take two spellings of one
/// accented letter for the same token) and because the 30,522 tokens are read at every start.
package struct JSONReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var depth = 0
  private static let maximumDepth = 32

  /// Reads a whole document.
  package static func read(_ bytes: UnsafeRawBufferPointer) throws(JSONSyntaxError) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.position == bytes.count else { throw reader.expected("the end") }
    return value
  }

  private init(bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"):
      return .object(try list(until: "}") { reader throws(JSONSyntaxError) in try reader.member() })
    case UInt8(ascii: "["): return .array(try list(until: "]") { reader throws(JSONSyntaxError) in try reader.value() })
    case UInt8(ascii: "\""): return .string(try string())
    default: return try scalar()
    }
  }

  /// What stands between an opening bracket and its closing one, separated by commas.
  private mutating func list<Element>(
    until close: Unicode.Scalar, of element: (inout JSONReader) throws(JSONSyntaxError) -> Element
  ) throws(JSONSyntaxError) -> [Element] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw expected("less nesting") }
    position += 1
    var elements: [Element] = []
    if take(close) { return elements }
    repeat { elements.append(try element(&self)) } while take(",")
    guard take(close) else { throw expected("\(close)") }
    return elements
  }

  private mutating func member() throws(JSONSyntaxError) -> JSONMember {
    skipBlanks()
    guard peek == UInt8(ascii: "\"") else { throw expected("a key") }
    let key = try string()
    guard take(":") else { throw expected("a colon") }
    return JSONMember(key: key, value: try value())
  }

  /// A number or one of the three words.
  private mutating func scalar() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    while let byte = peek, Self.isScalarByte(byte) { position += 1 }
    guard let text = String(validating: bytes[start..<position], as: UTF8.self) else { throw expected("UTF-8") }
    if ["true", "false", "null"].contains(text) { return .other }
    // Swift would also take `+1` and `nan` for numbers.
    guard text.first == "-" || text.first?.isNumber == true, text.allSatisfy({ !$0.isLetter || $0 == "e" || $0 == "E" })
    else { throw expected("a value") }
    if let number = Int(text) { return .integer(number) }
    guard Double(text) != nil else { throw expected("a number") }
    return .other
  }

  private static func isScalarByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"): true
    default: false
    }
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    position += 1
    let start = position
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
    if peek == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position])
    }
    position = start
    return try escapedString()
  }

  /// The slow way, for a string with a backslash in it; the position is behind the opening quote.
  private mutating func escapedString() throws(JSONSyntaxError) -> String {
    var units: [UInt8] = []
    while let byte = peek, byte >= 0x20 {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(units[...])
      case UInt8(ascii: "\\"): units.append(contentsOf: String(try escape()).utf8)
      default: units.append(byte)
      }
    }
    throw expected("the end of a string")
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    guard let byte = peek else { throw expected("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw expected("an escape")
    }
  }

  /// Four hexadecimal digits, or a pair of them for what lies beyond U+FFFF.
  private mutating func unicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\"), take("u") else { throw expected("a surrogate pair") }
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw expected("a surrogate pair") }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
    guard bytes.count - position >= 4 else { throw expected("four digits") }
    var number: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw expected("four digits") }
      number = number << 4 + UInt32(digit)
    }
    position += 4
    return number
  }

  private func text(_ units: some Sequence<UInt8>) throws(JSONSyntaxError) -> String {
    guard let text = String(validating: units, as: UTF8.self) else { throw expected("UTF-8") }
    return text
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Steps over a sign and the blanks before it, if it is there.
  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
  }

  private func expected(_ what: String) -> JSONSyntaxError { JSONSyntaxError(offset: position, expected: what) }
}
