internal import Foundation

/// A regular expression, case-insensitive, whose matching always ends: it is given up after a fixed number of steps.
///
/// Steps are counted and not seconds, so that a pattern is given up on every machine or on none.
package struct BoundedPattern: Sendable, Equatable {
  /// The expression as written.
  package let written: String
  private let expression: NSRegularExpression

  /// Longest expression that is read, in characters.
  package static let longest = 1_000
  /// Reports of progress, beyond one for each place in the text, before a match is given up. The engine sends one
  /// wherever it starts to look and one every 10,000 steps, about a millisecond.
  private static let patience = 200

  /// The matching took too many steps.
  package struct TooCostly: Error, CustomStringConvertible {
    let pattern: String

    package var description: String {
      "the pattern /\(pattern)/ takes too many steps; avoid a repetition inside a repetition"
    }
  }

  /// Reads an expression; nil where it is not a valid one or too long.
  package init?(_ written: String) {
    guard written.count <= Self.longest,
      let expression = try? NSRegularExpression(pattern: written, options: [.caseInsensitive])
    else { return nil }
    self.written = written
    self.expression = expression
  }

  /// True where the expression matches somewhere in the text.
  /// - Throws: ``TooCostly`` where that cannot be told within the bound.
  package func matches(_ text: String) throws(TooCostly) -> Bool {
    var isFound = false
    var reports = 0
    let whole = NSRange(text.startIndex..., in: text)
    let limit = whole.length + Self.patience
    expression.enumerateMatches(in: text, options: [.reportProgress], range: whole) { match, _, stop in
      if match != nil { isFound = true } else { reports += 1 }
      stop.pointee = ObjCBool(isFound || reports > limit)
    }
    if !isFound, reports > limit { throw TooCostly(pattern: written) }
    return isFound
  }

  package static func == (one: BoundedPattern, other: BoundedPattern) -> Bool { one.written == other.written }
}
