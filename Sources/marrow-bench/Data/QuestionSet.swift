package import Foundation

/// A folder of labelled questions as JSON lines: those in scope, those to be declined. Files of other forms (conversations,
/// safety, wording) are passed over, and so are lines marked `soft`, where both reactions will do.
package struct QuestionSet: Sendable {
  /// Name of the folder.
  package let name: String
  /// The questions, file by file in alphabetical order.
  package let questions: [LabelledQuestion]

  /// Reads a folder.
  ///
  /// - Throws: ``DataProblem`` where it cannot be read, for the first bad line, and where nothing in it can be asked.
  package init(folder: URL) throws(DataProblem) {
    name = folder.standardizedFileURL.lastPathComponent
    guard let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) else {
      throw DataProblem("\(folder.path): no such folder")
    }
    var questions: [LabelledQuestion] = []
    for file in files.filter({ $0.pathExtension == "jsonl" }).sorted(by: { $0.path < $1.path }) {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else {
        throw DataProblem("\(file.path): cannot be read as UTF-8 text")
      }
      questions += try Self.questions(in: text, file: file.path)
    }
    guard !questions.isEmpty else {
      throw DataProblem("\(folder.path): no .jsonl file in it has questions in scope or to be declined")
    }
    self.questions = questions
  }

  /// The questions of one file; none where the file has another form.
  package static func questions(in text: String, file: String) throws(DataProblem) -> [LabelledQuestion] {
    var questions: [LabelledQuestion] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      guard let row = try? JSONDecoder().decode(Row.self, from: Data(line.utf8)) else {
        throw DataProblem(file: file, line: index + 1, "not a JSON object of a known form")
      }
      guard row.isInScope || row.isToDecline else { return questions }
      guard let text = row.q, !text.isEmpty else {
        throw DataProblem(file: file, line: index + 1, "no question in \"q\"")
      }
      if row.soft != true { questions.append(row.question(text)) }
    }
    return questions
  }

  private struct Row: Decodable {
    let q: String?
    let gold: [String]?
    let also_ok: [String]?
    let kind: String?
    let mode: String?
    let why: String?
    let soft: Bool?
    let safety_ok: [String]?

    var isInScope: Bool { mode != nil && !(gold ?? []).isEmpty }
    var isToDecline: Bool { why != nil }

    func question(_ text: String) -> LabelledQuestion {
      LabelledQuestion(
        text: text, accepted: isInScope ? Set((gold ?? []) + (also_ok ?? [])) : [],
        readings: isInScope ? Set(gold ?? []) : [], kind: kind ?? why ?? "", tolerated: Set(safety_ok ?? []))
    }
  }
}
