import Foundation
import Knowledge
import Testing

import Answering

@Suite struct TriageLoadingTests {
  private static let hardWords = Array(
    repeating: "Notwithstanding technological sophistication professional consultation remains indispensable", count: 8
  ).joined(separator: " ")

  /// A copy of the safety folder in which one file is changed.
  private func problems(in file: String, replacing part: String, with other: String) throws -> [KnowledgeProblem] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("triage-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: TriageFixtures.folder.url, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appendingPathComponent(file)
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains(part))
    try text.replacing(part, with: other).write(to: url, atomically: true, encoding: .utf8)
    return Self.problems(in: SafetyFolder(url: folder))
  }

  private static func problems(in folder: SafetyFolder) -> [KnowledgeProblem] {
    do throws(KnowledgeRefused) {
      _ = try folder.rules()
      _ = try folder.wording()
      return []
    } catch {
      return error.problems
    }
  }

  @Test func folder_loads() throws {
    #expect(try TriageFixtures.folder.rules().rules.isEmpty == false)
    #expect(try TriageFixtures.folder.wording().replies.isEmpty == false)
  }

  @Test func missingFolder_isRefused() throws {
    #expect(throws: KnowledgeRefused.self) { try SafetyFolder(url: URL(fileURLWithPath: "/nowhere")).rules() }
    #expect(throws: KnowledgeRefused.self) { try SafetyFolder(url: URL(fileURLWithPath: "/nowhere")).wording() }
  }

  @Test(arguments: [
    ("rules-crisis.yaml", "class: crisis", "class: sadness", "unknown value"),
    ("rules-crisis.yaml", "source: TRUST", "sauce: TRUST", "unknown key"),
    ("rules-crisis.yaml", "all: [wants-to-die]", "all: [wants-to-dye]", "unknown cue"),
    ("cues-crisis.yaml", "  crisis-any:", "  crisis-any-more:", "unknown cue"),
    ("replies.yaml", "I will keep answering", "I will go", "does not stay"),
    ("replies.yaml", "I am a program", "I am a doctor", "does not say that it is a program"),
    ("replies.yaml", "Are you safe right now?", Self.hardWords, "grade"),
    ("replies.yaml", "      no-blame: not your fault\n", "", "lacks the point"),
    ("replies.yaml", "Put space between you", "Mind what is near you", "words of its point"),
    ("replies.yaml", "Please call {emergency} now. Do not wait.", "Please do not wait.", "no contact"),
    ("classes.yaml", "reply: crisis-self", "reply: crisis-selves", "unknown reply"),
    ("classes.yaml", "  - id: minor-alone", "  - id: minor", "unknown value"),
    ("notices.yaml", "I am a program, not a doctor.", Self.hardWords, "grade"),
    ("contacts.yaml", "checked: 2026-11-22", "checked: lately", "YYYY-MM-DD"),
    ("contacts.yaml", "    crisis: call 112\n", "", "is missing"),
  ])
  func mistake_isRefusedWithItsPlace(_ file: String, _ part: String, _ other: String, _ words: String) throws {
    let problems = try problems(in: file, replacing: part, with: other)
    #expect(
      problems.contains { $0.message.contains(words) && $0.place.line != nil && $0.place.file.hasSuffix(".yaml") },
      "\(problems)")
  }
}
