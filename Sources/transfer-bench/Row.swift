import Foundation

/// A contender's line of the table.
struct Row: CustomStringConvertible {
  var name: String
  var rounds: [Measurement]
  var reference: [Measurement]

  var description: String {
    let speed = zip(rounds, reference).map { $0.requestsPerSecond / $1.requestsPerSecond }
    let cpu = zip(rounds, reference).map { $0.cpuMicroseconds / $1.cpuMicroseconds }
    let figures = String(
      format: "%7.0f requests/s, %5.1f us CPU", Row.median(rounds.map(\.requestsPerSecond)),
      Row.median(rounds.map(\.cpuMicroseconds)))
    return name.padding(toLength: 30, withPad: " ", startingAt: 0) + figures
      + "; requests/s \(Row.summary(speed)), CPU \(Row.summary(cpu))"
  }

  private static func summary(_ ratios: [Double]) -> String {
    String(format: "%.2f (%.2f to %.2f)", median(ratios), ratios.min() ?? 0, ratios.max() ?? 0)
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return 0 }
    return sorted.count.isMultiple(of: 2) ? (upper + sorted[sorted.count / 2 - 1]) / 2 : upper
  }
}
