/// A JSON array whose elements of another shape are passed over, so that one that is not understood costs the others nothing.
package struct LossyList<Element: Codable>: Codable {
  /// The elements that were understood, in their order.
  package let elements: [Element]

  /// A list of these elements.
  package init(_ elements: [Element]) { self.elements = elements }

  /// Reads the array.
  ///
  /// - Throws: `DecodingError` where it is no array.
  package init(from decoder: any Decoder) throws {
    elements = try decoder.singleValueContainer().decode([Slot].self).compactMap(\.element)
  }

  /// Writes the array.
  ///
  /// - Throws: what the elements throw.
  package func encode(to encoder: any Encoder) throws { try elements.encode(to: encoder) }

  private struct Slot: Decodable {
    let element: Element?

    init(from decoder: any Decoder) throws { element = try? decoder.singleValueContainer().decode(Element.self) }
  }
}

extension LossyList: Sendable where Element: Sendable {}
