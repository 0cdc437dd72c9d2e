import Foundation

/// The file `.verified` beside the model: which files had the right digest, and when they were last changed.
///
/// It saves time and nothing else: unreadable or unwritable, it counts as empty.
struct VerifiedNote {
  private let url: URL
  private let lines: [String]

  /// Reads the note of a model folder.
  init(folder: URL) {
    url = folder.appending(path: ".verified")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    lines = text.split(separator: "\n").map(String.init)
  }

  /// The line that stands for a verified file in this state.
  func line(for file: ModelFile, _ status: FileStatus) -> String {
    "\(file.digest) \(file.name) \(status.size) \(status.fingerprint)"
  }

  func contains(_ line: String) -> Bool { lines.contains(line) }

  /// Replaces the note, atomically, unless it says the same already.
  func write(_ new: [String]) {
    guard new != lines else { return }
    try? Data((new.joined(separator: "\n") + "\n").utf8).write(to: url, options: .atomic)
  }
}
