import Answering
import Foundation

/// Reads the baseline and writes the reports of a check.
struct CheckFiles {
  private let options: CheckOptions

  init(_ options: CheckOptions) { self.options = options }

  /// The earlier report in a file.
  func baseline(_ path: String) throws(CheckStopped) -> CheckReport {
    do {
      return try Baseline.read(URL(fileURLWithPath: path))
    } catch {
      throw CheckStopped(message: "\(error)", exit: .unusable)
    }
  }

  /// Puts a report in place that says that nothing has run, for the case that the run dies. Finds out early, too, that
  /// a file cannot be written.
  func writePending(_ suites: [Suite]) throws(CheckStopped) {
    if let path = options.junit { try write(JUnitReport.pending(suites), to: path) }
  }

  /// Puts a report in place that says why nothing could run.
  func writeBroken(_ message: String) throws(CheckStopped) {
    if let path = options.junit { try write(JUnitReport.broken(message), to: path) }
  }

  /// Writes every report asked for.
  func write(_ report: CheckReport, comparison: BaselineComparison?) throws(CheckStopped) {
    if let path = options.junit { try write(JUnitReport.render(report), to: path) }
    if let path = options.html { try write(HTMLReport.render(report, comparison: comparison), to: path) }
    if let path = options.json { try write(json(report), to: path) }
  }

  private func json(_ report: CheckReport) throws(CheckStopped) -> Data {
    do {
      return try JSONReport.render(report)
    } catch {
      throw CheckStopped(message: "the JSON report cannot be made: \(error)", exit: .unusable)
    }
  }

  private func write(_ data: Data, to path: String) throws(CheckStopped) {
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CheckStopped(
        message: "\(path): cannot be written; check that the folder exists and may be written", exit: .unusable)
    }
  }
}
