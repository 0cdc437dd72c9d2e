package import Foundation

/// How long a server asks to be left alone, in any of the forms that servers use. Never shorter than asked.
///
/// Where a response says it more than once, in header and body, the greatest value counts: `[header, body].max()`.
package struct RetryAfter: Hashable, Comparable, Sendable {
  /// At least zero, at most ``longest``.
  package let delay: Duration

  /// Thirty days: what is longer, or too large for a number, counts as this.
  package static let longest = Duration.seconds(30 * 86_400)

  /// Reads a header field: whole seconds or an HTTP date (RFC 9110 10.2.3), or seconds with a fraction, as some platforms
  /// send. nil for everything else.
  ///
  /// - Parameters:
  ///   - field: the value of `Retry-After`.
  ///   - date: the value of the response's `Date`, against which an HTTP date is measured, since that is the clock the
  ///     server will look at.
  ///   - now: the time by our own clock, where there is no readable `Date`.
  package init?(field: String, date: String? = nil, now: Date) {
    let text = field.trimmingCharacters(in: .whitespaces)
    if let seconds = RetryAfter.seconds(text) {
      self.init(seconds: seconds)
    } else if let moment = HTTPDate.moment(of: text, now: now) {
      let sent = date.flatMap { HTTPDate.moment(of: $0.trimmingCharacters(in: .whitespaces), now: now) }
      self.init(seconds: max(0, moment.timeIntervalSince(sent ?? now)))
    } else {
      return nil
    }
  }

  /// Takes a number of seconds, as `retry_after` in a JSON body. nil for a negative number and for what is no number.
  package init?(seconds: Double) {
    guard seconds >= 0 else { return nil }
    let longest = Double(RetryAfter.longest.components.seconds)
    // Rounded up to whole milliseconds: a fraction that a Double cannot hold must not make it shorter.
    delay = .milliseconds(Int64((min(seconds, longest) * 1000).rounded(.up)))
  }

  /// Takes a number of milliseconds, as `retry_after_ms` in a JSON body. nil for a negative number and for what is no number.
  package init?(milliseconds: Double) {
    self.init(seconds: milliseconds / 1000)
  }

  /// Orders by ``delay``.
  package static func < (one: RetryAfter, other: RetryAfter) -> Bool { one.delay < other.delay }

  /// Digits with at most one point among them; no sign, exponent or hexadecimal form, which `Double` would read.
  private static func seconds(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
    }
    guard isPlain, text.utf8.first != UInt8(ascii: ".") else { return nil }
    return Double(text)
  }
}
