internal import Foundation

extension String {
  /// This text with some scalars replaced. Works on scalars, not characters, since a mark-up sign followed by a combining mark
  /// is still a mark-up sign to a parser.
  ///
  /// - Parameters:
  ///   - begins: whether a UTF-8 byte can begin a scalar that is replaced; most texts have none and come back as they are.
  ///   - replacement: what stands for a scalar; nil where it stays.
  package func replacingScalars(
    beginningWith begins: (UInt8) -> Bool = { _ in true }, _ replacement: (Unicode.Scalar) -> String?
  ) -> String {
    guard hasByte(begins) else { return self }
    var text = ""
    text.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let other = replacement(scalar) { text += other } else { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// Whether a byte of the text's UTF-8 is such. A native string's bytes lie side by side, and reading them so is many times
  /// faster than through its view.
  private func hasByte(_ matches: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: matches) } ?? utf8.contains(where: matches)
  }

  /// This text with `text` replaced scalar by scalar, so that a combining mark behind it hides nothing.
  package func replacingLiteral(_ text: String, with other: String) -> String {
    guard let first = text.utf8.first, hasByte({ $0 == first }) else { return self }
    return replacingOccurrences(of: text, with: other, options: .literal)
  }

  /// `&`, `<` and `>` as `&amp;`, `&lt;` and `&gt;`: for Slack, and for text between tags of HTML or XML.
  package var escapingAngles: String {
    replacingScalars(beginningWith: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: nil
      }
    }
  }

  /// As ``escapingAngles``, and quotation marks too: for attributes, and for Matrix.
  package var escapingMarkup: String {
    escapingAngles.replacingScalars(beginningWith: { $0 == 0x22 }) { $0 == "\"" ? "&quot;" : nil }
  }

  /// A backslash before each of `marks`: for Markdown of several kinds.
  package func escapingWithBackslash(_ marks: Set<Unicode.Scalar>) -> String {
    replacingScalars { marks.contains($0) ? "\\\($0)" : nil }
  }

  /// A zero-width space behind each of `marks`, by which `@all` or `*bold*` is no longer what it was, though it looks the same:
  /// for platforms without an escape.
  package func breakingBehind(_ marks: Set<Unicode.Scalar>) -> String {
    replacingScalars { marks.contains($0) ? "\($0)\u{200B}" : nil }
  }

  /// A zero-width space behind each `@` that begins a word, so that `@all` addresses nobody; an address such as `a@b.org` stays.
  package var breakingMentions: String {
    var previous: Unicode.Scalar = " "
    // The second is the first byte of the wide sign.
    return replacingScalars(beginningWith: { $0 == 0x40 || $0 == 0xEF }) { scalar in
      defer { previous = scalar }
      let isMention = (scalar == "@" || scalar == "\u{FF20}") && !previous.properties.isAlphabetic
      return isMention && previous.properties.numericType == nil ? "\(scalar)\u{200B}" : nil
    }
  }

  /// Without control characters other than line feed and tab, which no platform shows and some refuse.
  package var withoutControls: String {
    replacingScalars(beginningWith: { ($0 < 32 && $0 != 9 && $0 != 10) || $0 == 0x7F || $0 == 0xC2 }) { scalar in
      let isControl = scalar.value < 32 || (127..<160).contains(scalar.value)
      return isControl && scalar != "\n" && scalar != "\t" ? "" : nil
    }
  }
}
