/// What a platform counts when it limits a text.
package struct TextUnit: Sendable {
  /// The length of a text in this unit; the length of two texts together is the sum of theirs.
  package let count: @Sendable (String) -> Int

  /// A unit of one's own. `count` must be additive and at least 1 for every character.
  package init(count: @escaping @Sendable (String) -> Int) { self.count = count }

  /// UTF-16 code units.
  package static let utf16 = TextUnit { $0.utf16.count }
  /// Unicode scalars, which some platforms call runes or characters.
  package static let codePoints = TextUnit { $0.unicodeScalars.count }
  /// UTF-8 bytes.
  package static let bytes = TextUnit { $0.utf8.count }
  /// Bytes that the text takes within a JSON string as ``JSONBody/encode(_:)`` writes it.
  package static let jsonBytes = TextUnit { text in
    text.utf8.reduce(0) { sum, byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 8, 9, 10, 12, 13: sum + 2
      case ..<32: sum + 6
      default: sum + 1
      }
    }
  }
}
