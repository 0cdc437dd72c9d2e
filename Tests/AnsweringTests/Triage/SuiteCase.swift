import Answering

/// One case of a suite, as far as triage is concerned.
struct SuiteCase: Sendable, CustomStringConvertible {
  let id: String
  let group: String
  let question: String
  let accepted: [SafetyClass?]
  let also: [SafetyClass]

  init?(_ entry: [String: Any]) {
    guard let id = entry["id"] as? String, let question = entry["question"] as? String,
      let expect = entry["expect"] as? [String: Any]
    else { return nil }
    self.id = id
    self.question = question
    group = entry["class"] as? String ?? "default"
    let names = expect["safety"] as? [String] ?? [expect["safety"] as? String ?? ""]
    accepted = names.map(SafetyClass.init(rawValue:))
    also = (expect["safety_also"] as? [String] ?? []).compactMap(SafetyClass.init(rawValue:))
  }

  var description: String { "\(id): \(question)" }

  /// Whether a result is what the case expects.
  func holds(_ result: TriageResult) -> Bool {
    accepted.contains(result.main) && also.allSatisfy(result.classes.contains)
  }
}
