package import Foundation

/// What stands before an answer that comes long after its question.
package enum LateNote {
  /// The most characters, all of them ASCII, that the note and the empty line behind it take; renderers leave this much
  /// room in their first message.
  package static let room = 80

  /// "You asked this on 2026-11-22 at 14:05 UTC."
  package static func text(askedAt date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    func digits(_ number: Int?, _ width: Int) -> String {
      let text = String(number ?? 0)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let day = [digits(parts.year, 4), digits(parts.month, 2), digits(parts.day, 2)].joined(separator: "-")
    return "You asked this on \(day) at \(digits(parts.hour, 2)):\(digits(parts.minute, 2)) UTC."
  }
}
