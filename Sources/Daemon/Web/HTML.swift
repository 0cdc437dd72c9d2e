/// A piece of HTML. Text that is interpolated into it is escaped; only literals and other pieces keep their mark-up.
package struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The mark-up.
  package let text: String

  package init(stringLiteral value: String) { text = value }

  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Collects literals as they are and everything else escaped.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    /// Text that somebody wrote: escaped for elements and quoted attributes.
    package mutating func appendInterpolation(_ text: String) { self.text += HTML.escaped(text) }

    /// A piece of HTML, as it is.
    package mutating func appendInterpolation(_ html: HTML) { text += html.text }

    /// Pieces of HTML, one after another.
    package mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { text += piece.text } }
  }

  /// The text with what mark-up is made of replaced, and `�` for control characters that HTML cannot carry.
  package static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
