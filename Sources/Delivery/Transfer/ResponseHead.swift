import HTTPTypes

/// The header fields of a response, read only where somebody looks at them, since most responses are judged by their
/// status alone.
struct ResponseHead: Sendable {
  /// Lines as they came in, each with its line end.
  private var bytes: [UInt8] = []
  private var given = HTTPFields()

  init() {}

  init(_ fields: HTTPFields) {
    given = fields
  }

  /// Reads the lines anew each time. What is no field of RFC 9110 5.1 is passed over.
  var fields: HTTPFields {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap(ResponseHead.field).reduce(into: given) { $0.append($1) }
  }

  mutating func append(line: UnsafeRawBufferPointer) { bytes.append(contentsOf: line) }

  /// Forgets all lines but keeps their room.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  private static func field(of line: ArraySlice<UInt8>) -> HTTPField? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
      let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
    else { return nil }
    let value = line[(colon + 1)...].drop(while: isBlank)
    let length = value.reversed().drop(while: isBlank).count
    return HTTPField(name: name, value: String(decoding: value.prefix(length), as: UTF8.self))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0d].contains(byte) }
}

extension ResponseHead: Hashable {
  static func == (one: ResponseHead, other: ResponseHead) -> Bool { one.fields == other.fields }
  func hash(into hasher: inout Hasher) { hasher.combine(fields) }
}
