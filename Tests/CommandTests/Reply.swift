import Foundation
import Testing

/// One line of `--jsonl` output, read back.
struct Reply: Decodable {
  struct Section: Decodable {
    let id: String
    let score: Double
  }
  struct Reason: Decodable {
    let kind: String
    let gap: String?
    let subject: String?
    let aspect: String?
  }

  let id: String?
  let kind: String?
  let sections: [Section]?
  let reason: Reason?
  let text: String?
  let error: String?

  /// Reads a line.
  /// - Throws: where it is not a JSON object of this form.
  init(_ line: String) throws { self = try JSONDecoder().decode(Reply.self, from: Data(line.utf8)) }

  /// The replies to lines of input; the run must end well.
  /// - Throws: where the program cannot be started or a line is not JSON.
  static func all(to input: Data) throws -> [Reply] {
    let run = try Run.finished(["ask", "--jsonl"], input: input)
    #expect(run.code == 0)
    #expect(run.errors == "")
    return try run.lines.map(Reply.init)
  }

  /// The replies to lines of input; the run must end well.
  /// - Throws: where the program cannot be started or a line is not JSON.
  static func all(to lines: [String]) throws -> [Reply] {
    try all(to: Data(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// A line that asks a question.
  /// - Throws: never for text.
  static func line(_ question: String, id: String = "q") throws -> String {
    String(decoding: try JSONEncoder().encode(["id": id, "question": question]), as: UTF8.self)
  }
}
