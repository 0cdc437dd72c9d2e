import Answering
import Foundation
import Knowledge
import Matching
import Yams

/// What the triage tests share: the knowledge folder, a rule set built from a few lines, a suite.
enum TriageFixtures {
  /// `Knowledge` of the project.
  static let knowledge: URL = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }
  .appendingPathComponent("Knowledge")

  /// The analysis that the program itself puts before triage.
  private static let analyzer = Result { Analyzer(try KnowledgeLoader(KnowledgeFolder(knowledge)).load()) }

  /// A text as the program reads it.
  static func analyse(_ text: String) throws -> Analysis { try analyzer.get().analyze(text) }

  static let folder = SafetyFolder(url: knowledge.appendingPathComponent("safety"))
  static let rules = Result { try folder.rules() }
  static let triage = Result { Triage(rules: try rules.get()) }
  static let wording = Result { try folder.wording() }

  /// A rule set with one cue `c` made of these phrases, and one rule that raises an emergency on it.
  static func rules(_ phrases: String..., more: [CueSet] = [], numbers: [NumberCue] = [], spelling: [String] = [])
    -> SafetyRules
  {
    SafetyRules(
      cues: [CueSet(name: "c", phrases: phrases)] + more, numbers: numbers,
      spelling: SpellingGuard(words: spelling),
      rules: [TriageRule(id: "r", raises: .emergency, sources: ["test"], all: ["c"])])
  }

  /// Whether the rule set raises anything on the text.
  static func fires(_ rules: SafetyRules, _ text: String, flags: ContextFlags = ContextFlags()) throws -> Bool {
    !Triage(rules: rules).assess(try analyse(text), remembering: flags).classes.isEmpty
  }

  /// Assesses a text with the rules of the project.
  static func assess(_ text: String, remembering flags: ContextFlags = ContextFlags()) throws -> TriageResult {
    try triage.get().assess(analyse(text), remembering: flags)
  }

  /// The cases of a suite.
  static func suite(_ name: String) throws -> [SuiteCase] {
    let url = knowledge.appendingPathComponent("suites/\(name).yaml")
    let root = try Yams.load(yaml: String(contentsOf: url, encoding: .utf8)) as? [String: Any] ?? [:]
    return (root["cases"] as? [[String: Any]] ?? []).compactMap(SuiteCase.init)
  }
}
