import Answering
import Foundation
import Knowledge

/// Ready-made suites and results, for what only looks at them. Results are read from JSON, the form baselines have.
enum Sample {
  static func suite(_ name: String = "sample", floors: String = "{}", cases: String = "[]") throws -> Suite {
    let log = ProblemLog()
    let text = "suite: \(name)\nabout: about <it>\nfloors: \(floors)\ncases: \(cases)\n"
    let suite = SuiteReader(knowledge: try FixtureKnowledge.knowledge.get(), log: log).read(
      text, file: "suites/\(name).yaml")
    try log.throwIfAny()
    guard let suite else { throw KnowledgeRefused(problems: []) }
    return suite
  }

  static let mismatch = ["assertion": "sections", "wanted": "all/causes", "got": "all/symptoms"]

  /// A question with its reply as a baseline has it.
  static func turn(
    _ question: String = "what?", section: String = "all/symptoms", margin: Double = 0.5,
    mismatches: [[String: String]] = []
  ) -> [String: Any] {
    var turn: [String: Any] = [
      "question": question, "mismatches": mismatches, "kind": "answer", "rule": "the most likely", "margin": margin,
      "sections": [["id": section, "score": 0.9]], "runnerUp": ["id": "decline", "score": 0.1],
    ]
    if let first = mismatches.first { turn["confusion"] = ["wanted": first["wanted"] ?? "", "got": section] }
    return turn
  }

  static func result(
    _ id: String, group: String = "default", passes: Bool = true, turns: [[String: Any]]? = nil, error: String? = nil
  ) throws -> CaseResult {
    var result: [String: Any] = ["id": id, "why": "a reason", "class": group, "line": 4]
    result["verdict"] = error == nil ? (passes ? "passed" : "failed") : "error"
    result["turns"] = turns ?? (error == nil ? [turn(mismatches: passes ? [] : [mismatch])] : [])
    if let error { result["error"] = error }
    return try JSONDecoder().decode(CaseResult.self, from: JSONSerialization.data(withJSONObject: result))
  }

  static func report(_ suites: [SuiteResult], perturbed: CheckReport.PerturbedRun? = nil) throws -> CheckReport {
    let coverage = Coverage(of: [], results: [], knowledge: try FixtureKnowledge.knowledge.get())
    return CheckReport(
      suites: suites, perturbed: perturbed, coverage: coverage, knowledge: "sha256:0", model: "lexical")
  }

  static func report(_ cases: [CaseResult]) throws -> CheckReport {
    try report([SuiteResult(of: try suite(), cases: cases)])
  }
}
