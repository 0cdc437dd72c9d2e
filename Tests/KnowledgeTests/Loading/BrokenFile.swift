import KnowledgeFixture
import Testing

/// One way to break a file of the fixture, and how the refusal begins: file, line and key.
struct BrokenFile: Sendable, CustomTestStringConvertible {
  let name: String
  let refusal: String
  let apply: @Sendable (KnowledgeFixture) throws -> Void

  var testDescription: String { name }

  /// Replaces a piece of a file.
  static func replacing(_ name: String, in path: String, _ old: String, with new: String, refusal: String) -> BrokenFile
  {
    BrokenFile(name: name, refusal: refusal, apply: { try $0.replace(in: path, old, with: new) })
  }

  /// Adds to the end of a file, on a line of its own.
  static func appending(_ name: String, to path: String, _ text: String, refusal: String) -> BrokenFile {
    BrokenFile(name: name, refusal: refusal, apply: { try $0.append(to: path, "\n" + text) })
  }

  /// Adds or overwrites a file.
  static func writing(_ name: String, _ path: String, _ text: String, refusal: String) -> BrokenFile {
    BrokenFile(name: name, refusal: refusal, apply: { try $0.write(path, text) })
  }
}
