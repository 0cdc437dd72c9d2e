import Foundation
import Matching

/// Questions as people ask them, each another one: the lines of `Knowledge/documents` in a fixed random order, with an address
/// before them in the second and later passes.
struct Questions {
  private static let openings = [
    "", "Hi, ", "Hello, ", "Please tell me: ", "Excuse me, ", "I wonder, ", "Sorry to ask, ", "Dear bot, ",
    "One more: ",
    "Quick question: ", "My sister asks: ", "For school: ",
  ]

  private let lines: [String]

  /// The questions of the working folder.
  init() throws {
    let folder = URL(fileURLWithPath: "Knowledge/documents")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    let texts = (files ?? []).filter { $0.lastPathComponent.hasSuffix(".questions.txt") }.sorted { $0.path < $1.path }
      .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    let lines = texts.flatMap { $0.split(separator: "\n") }.map(String.init).filter { !$0.hasPrefix("#") }
    guard !lines.isEmpty else { throw BenchFailure.noQuestions }
    var dice = SeededGenerator(seed: 7)
    self.lines = lines.shuffled(using: &dice)
  }

  subscript(number: Int) -> String {
    let pass = number / lines.count
    let opening = Self.openings[pass % Self.openings.count]
    let ending = pass < Self.openings.count ? "" : " \(pass / Self.openings.count)"
    return opening + lines[number % lines.count] + ending
  }
}
