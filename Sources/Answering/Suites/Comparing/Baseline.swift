package import Foundation

/// The report of an earlier run, read from a file.
package enum Baseline {
  /// A file cannot serve as a baseline.
  package struct Unusable: Error, CustomStringConvertible {
    /// The file and what is wrong with it.
    package let description: String
  }

  /// Reads what ``JSONReport`` wrote.
  /// - Throws: ``Unusable`` where the file cannot be read or is no report of this version.
  package static func read(_ file: URL) throws(Unusable) -> CheckReport {
    guard let data = try? Data(contentsOf: file) else {
      throw Unusable(description: "\(file.path): cannot be read; make a baseline with marrow check --json FILE")
    }
    let version = (try? JSONDecoder().decode(Version.self, from: data))?.version
    guard let version else {
      throw Unusable(description: "\(file.path): is no report of marrow check --json")
    }
    guard version == CheckReport.currentVersion, let report = try? JSONDecoder().decode(CheckReport.self, from: data)
    else {
      throw Unusable(
        description:
          "\(file.path): is a report of another version (\(version)); make a new one with marrow check --json FILE")
    }
    return report
  }

  private struct Version: Decodable {
    let version: Int
  }
}
