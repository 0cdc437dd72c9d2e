internal import Foundation

/// Figures as a file, keys in alphabetical order.
enum JSONFile {
  /// Writes a value; does nothing where no file is named.
  ///
  /// - Throws: ``DataProblem`` where the file cannot be written.
  static func write(_ value: some Encodable, to path: String?) throws {
    guard let path else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let data = try encoder.encode(value)
    do { try data.write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw DataProblem("\(path): cannot be written: \(error.localizedDescription)")
    }
  }
}
