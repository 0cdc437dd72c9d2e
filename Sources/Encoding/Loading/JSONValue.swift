/// A JSON document as the model's files need it: members in file order, whole numbers only.
package enum JSONValue: Equatable {
  case object([JSONMember])
  case array([JSONValue])
  case string(String)
  /// A number without fraction or exponent that fits.
  case integer(Int)
  /// Any other number, `true`, `false` or `null`: nothing that the encoder reads is one of these.
  case other

  /// The member of this name, if this is an object that has one.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  package var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  package var members: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The whole numbers of an array that holds nothing else.
  package var integers: [Int]? {
    guard let array else { return nil }
    let numbers = array.compactMap(\.integer)
    return numbers.count == array.count ? numbers : nil
  }
}
