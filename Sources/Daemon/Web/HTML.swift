/// A piece of HTML. Text that is interpolated into it is escaped; only literals and other pieces keep their mark-up.
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The mark-up.
  let text: String

  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Collects literals as they are and everything else escaped.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// Text that somebody wrote: escaped for elements and quoted attributes.
    mutating func appendInterpolation(_ text: String) { self.text += HTML.escaped(text) }

    /// A piece of HTML, as it is.
    mutating func appendInterpolation(_ html: HTML) { text += html.text }

    /// Pieces of HTML, one after another.
    mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { text += piece.text } }
  }

  /// The text with what mark-up is made of replaced, and `�` for control characters that HTML cannot carry.
  static func escaped(_ text: String) -> String {
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
