/// An id that a caller chose, given back as it came: a string or a number.
package enum RequestID: Hashable, Sendable, Decodable {
  /// A string.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// Any other number.
  case decimal(Double)

  /// Reads a string or a number.
  /// - Throws: `DecodingError` for anything else.
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let number = try? value.decode(Int.self) {
      self = .integer(number)
    } else {
      self = .decimal(try value.decode(Double.self))
    }
  }

  /// The id as it came.
  package var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .decimal(let number): .number(number)
    }
  }
}
