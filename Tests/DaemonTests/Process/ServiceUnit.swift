import Foundation

/// `Config/marrow.service`, read as systemd reads it: sections of keys, of which some may stand more than once.
struct ServiceUnit {
  /// The file.
  static let file = Repository.url.appendingPathComponent("Config/marrow.service")
  /// The program that says whether a unit is valid; nil where systemd is not installed.
  static let verifier = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The file's text.
  let text: String
  private var values: [String: [String]] = [:]

  init() throws {
    text = try String(contentsOf: Self.file, encoding: .utf8)
    var section = ""
    for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) where !line.hasPrefix("#")
    {
      if line.hasPrefix("[") {
        section = String(line.dropFirst().dropLast())
      } else if let end = line.firstIndex(of: "=") {
        values["\(section).\(line[..<end])", default: []].append(String(line[line.index(after: end)...]))
      }
    }
  }

  /// The values of `Section.Key`, in order.
  subscript(key: String) -> [String] { values[key] ?? [] }
}
