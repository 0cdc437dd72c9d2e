/// A JSON value that is written with its keys in the order given and without escaped slashes.
package indirect enum JSONValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// A string, or null.
  package static func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// A number at four decimals, the precision of every score that is printed.
  package static func score(_ value: Double) -> JSONValue { .number((value * 10_000).rounded() / 10_000) }

  /// The value on one line.
  package var line: String { String(decoding: bytes, as: UTF8.self) }

  /// The value on one line, in UTF-8.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: nil)
    return bytes
  }

  /// The value over several lines, two blanks a level.
  package var pretty: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to text: inout [UInt8], indent: Int?) {
    switch self {
    case .null: text += "null".utf8
    case .boolean(let value): text += (value ? "true" : "false").utf8
    case .integer(let value): text += String(value).utf8
    case .number(let value): text += (value.isFinite ? String(value) : "null").utf8
    case .string(let value): JSONString.quote(value, to: &text)
    case .array(let items):
      Self.enclose(items, in: ("[", "]"), to: &text, indent: indent) { item, text, inner in
        item.write(to: &text, indent: inner)
      }
    case .object(let members):
      Self.enclose(members, in: ("{", "}"), to: &text, indent: indent) { member, text, inner in
        JSONString.quote(member.key, to: &text)
        text += ": ".utf8
        member.value.write(to: &text, indent: inner)
      }
    }
  }

  private static func enclose<Item>(
    _ items: [Item], in brackets: (String, String), to text: inout [UInt8], indent: Int?,
    each: (Item, inout [UInt8], Int?) -> Void
  ) {
    let inner = indent.map { $0 + 1 }
    text += brackets.0.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { text += (inner == nil ? ", " : ",").utf8 }
      if let inner { text += ("\n" + String(repeating: "  ", count: inner)).utf8 }
      each(item, &text, inner)
    }
    if let indent, !items.isEmpty { text += ("\n" + String(repeating: "  ", count: indent)).utf8 }
    text += brackets.1.utf8
  }
}
