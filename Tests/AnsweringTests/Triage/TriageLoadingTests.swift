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

  @Test(arguments: WordingCheck.crisisPoints.sorted())
  func crisisReplyWithoutAPoint_isRefused(_ point: String) throws {
    let text = try String(contentsOf: TriageFixtures.folder.url.appendingPathComponent("replies.yaml"), encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("      \(point): ") })
    let problems = try problems(in: "replies.yaml", replacing: "\(line)\n", with: "")
    #expect(problems.contains { $0.message.contains("lacks the point \"\(point)\"") && $0.place.line != nil })
  }

  @Test func everyMistakeOfAFile_isReportedAtOnce() throws {
    let problems = try problems(in: "rules-crisis.yaml", replacing: "class: crisis", with: "class: sadness")
    #expect(problems.count > 10)
    #expect(problems.allSatisfy { $0.place.file == "safety/rules-crisis.yaml" && $0.place.line != nil })
  }

  @Test func brokenYAML_isRefusedAtItsLine() throws {
    let problems = try problems(in: "notices.yaml", replacing: "notices:\n", with: "notices: [\n")
    #expect(problems.contains { $0.place.file == "safety/notices.yaml" && $0.place.line != nil })
  }

  @Test(arguments: ["replies.yaml", "contacts.yaml", "sources.yaml", "rules-crisis.yaml"])
  func safetyThatCannotBeLoaded_givesNoResponder(_ file: String) throws {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("unsafe-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let knowledge = home.appendingPathComponent("Knowledge")
    try FileManager.default.copyItem(at: TriageFixtures.knowledge, to: knowledge)
    try Data("nonsense".utf8).write(to: knowledge.appendingPathComponent("safety/\(file)"))
    #expect(throws: KnowledgeRefused.self) { try SafetyLayer.load(KnowledgeFolder(knowledge)) }
  }

  @Test func examplesOfNoKnownClass_areRefusedByTheirFile() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("triage-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: TriageFixtures.folder.url, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("I am sad\n".utf8).write(to: folder.appendingPathComponent("examples/sadness.txt"))
    let problems = Self.problems(in: SafetyFolder(url: folder))
    #expect(problems.map(\.place.file) == ["safety/examples/sadness.txt"])
    #expect(problems.first?.message.contains("no safety class sadness") == true)
  }

  @Test func missingFolder_isRefused() throws {
    #expect(throws: KnowledgeRefused.self) { try SafetyFolder(url: URL(fileURLWithPath: "/nowhere")).rules() }
    #expect(throws: KnowledgeRefused.self) { try SafetyFolder(url: URL(fileURLWithPath: "/nowhere")).wording() }
  }

  @Test(arguments: [
    ("rules-crisis.yaml", "class: crisis", "class: sadness", "unknown value"),
    ("rules-crisis.yaml", "sources: [vera-mh", "sauces: [vera-mh", "unknown key"),
    ("rules-crisis.yaml", "sources: [vera-mh", "sources: [hearsay", "no source \"hearsay\""),
    ("rules-crisis.yaml", "all: [wants-to-die]", "all: []", "missing or empty"),
    (
      "rules-crisis.yaml", "unless: [crisis-fiction, crisis-past]", "unless: [wants-to-die, not-live, end-it]",
      "can never fire"
    ),
    ("cues-people.yaml", "kind: duration, from: 10, to: 20160", "kind: duration, from: 10, to: 2", "can never match"),
    ("cues-crisis.yaml", "      kms|kys / self harm*", "      kms|kys / <2> self harm*", "begins with a gap"),
    ("sources.yaml", "  - id: samaritans", "  - id: vera-mh", "stands twice"),
    ("rules-crisis.yaml", "all: [wants-to-die]", "all: [wants-to-dye]", "unknown cue"),
    ("cues-crisis.yaml", "  crisis-any:", "  crisis-any-more:", "unknown cue"),
    ("replies.yaml", "I will keep answering", "I will go", "does not stay"),
    ("replies.yaml", "I am a program", "I am a doctor", "does not say that it is a program"),
    ("replies.yaml", "cancer team", "switchboard", "names nobody"),
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
