package import Foundation

/// Writes a report as JSON: sorted keys, one value a line, the same bytes for the same run.
package enum JSONReport {
  /// The report as UTF-8 text that ends in a line break.
  /// - Throws: what the encoder throws; a report has nothing that cannot be encoded.
  package static func render(_ report: CheckReport) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(report) + Data("\n".utf8)
  }
}
