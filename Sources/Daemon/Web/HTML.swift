import Answering

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
    package mutating func appendInterpolation(_ text: String) { self.text += Markup.escaped(text) }

    /// A piece of HTML, as it is.
    package mutating func appendInterpolation(_ html: HTML) { text += html.text }

    /// Pieces of HTML, one after another.
    package mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { text += piece.text } }
  }
}
