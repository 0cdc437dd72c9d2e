package import Foundation

/// The three forms of a date in HTTP (RFC 9110, section 5.6.7).
package enum HTTPDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// The date that `text` stands for; nil where it is in none of the forms.
  package static func parse(_ text: String) -> Date? {
    let words = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "," }.map(String.init)
    switch words.count {
    // Sun, 06 Nov 1994 08:49:37 GMT, and Sunday, 06-Nov-94 08:49:37 GMT
    case 6 where words[5] == "gmt": return date(day: words[1], month: words[2], year: words[3], time: words[4])
    // Sun Nov  6 08:49:37 1994
    case 5: return date(day: words[2], month: words[1], year: words[4], time: words[3])
    default: return nil
    }
  }

  private static func date(day: String, month: String, year: String, time: String) -> Date? {
    let clock = time.split(separator: ":").compactMap { Int($0) }
    guard let day = Int(day), let month = months.firstIndex(of: month), var year = Int(year), clock.count == 3,
      (1...31).contains(day), (0...9999).contains(year), clock.allSatisfy((0...60).contains)
    else { return nil }
    // Two digits mean the century that is nearest: no platform asks us to wait fifty years.
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.date(
      from: DateComponents(
        year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1], second: clock[2]))
  }
}
