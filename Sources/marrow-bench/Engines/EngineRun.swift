internal import Foundation

/// What an engine's process printed: its replies, and what they cost.
package struct EngineRun: Sendable {
  /// Replies to the calibration messages; empty for an engine that has its threshold already.
  package var calibration: [EngineReply] = []
  /// Replies to the tests.
  package var tests: [EngineReply] = []
  /// Milliseconds of a processor for one test message, on one thread.
  package var milliseconds = 0.0
  /// Resident memory at its highest, in megabytes.
  package var megabytes = 0.0

  /// Reads the lines; a line of another form is a fault of the engine's and thrown as a ``DataProblem``.
  package init(lines: String, engine: String) throws(DataProblem) {
    for (index, line) in lines.split(separator: "\n").enumerated() {
      guard let row = try? JSONDecoder().decode(Row.self, from: Data(line.utf8)) else {
        throw DataProblem(file: "reply of \(engine)", line: index + 1, "not a JSON object of a known form")
      }
      switch (row.set, row.milliseconds, row.megabytes) {
      case ("calibration", _, _): calibration.append(row.reply)
      case ("tests", _, _): tests.append(row.reply)
      case (nil, let milliseconds?, let megabytes?): (self.milliseconds, self.megabytes) = (milliseconds, megabytes)
      default: throw DataProblem(file: "reply of \(engine)", line: index + 1, "neither a reply nor a cost")
      }
    }
  }

  private struct Row: Decodable {
    let set: String?
    let label: String?
    let score: Double?
    let declines: Bool?
    let offers: [String]?
    let milliseconds: Double?
    let megabytes: Double?

    var reply: EngineReply { EngineReply(label: label, score: score ?? 0, declines: declines, offers: offers) }
  }
}
