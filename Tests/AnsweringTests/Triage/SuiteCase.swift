import Answering

/// One case of a suite, as far as triage is concerned.
struct SuiteCase: Sendable, CustomStringConvertible {
  let id: String
  let group: String
  let turns: [String]
  /// Classes that may be the highest; nil for none, empty where any will do.
  let accepted: [SafetyClass?]
  let also: [SafetyClass]
  let rules: [String]

  init?(_ entry: [String: Any]) {
    let last = (entry["turns"] as? [[String: Any]])?.last ?? entry
    guard let id = entry["id"] as? String, let expect = last["expect"] as? [String: Any] else { return nil }
    self.id = id
    let asked = (entry["turns"] as? [[String: Any]])?.compactMap { $0["question"] as? String }
    turns = asked ?? [entry["question"] as? String ?? ""]
    group = entry["class"] as? String ?? "default"
    let written = expect["safety"].map { $0 as? [String] ?? [$0 as? String ?? ""] }
    let names = written ?? (expect.keys.contains("safety") ? [""] : [])
    accepted = names.map(SafetyClass.init(rawValue:))
    also = (expect["safety_also"] as? [String] ?? []).compactMap(SafetyClass.init(rawValue:))
    rules = expect["safety_rules"] as? [String] ?? []
  }

  /// What is asked last.
  var question: String { turns.last ?? "" }

  var description: String { "\(id): \(turns.joined(separator: " / "))" }

  /// Whether a result is what the case expects.
  func holds(_ result: TriageResult) -> Bool {
    (accepted.isEmpty || accepted.contains(result.main)) && also.allSatisfy(result.classes.contains)
      && rules.allSatisfy { rule in result.findings.contains { $0.rule == rule } }
  }
}
