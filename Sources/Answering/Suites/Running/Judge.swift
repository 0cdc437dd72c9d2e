package import Knowledge
internal import Matching

/// Compares a reply with what is expected of it. A pure function: the same reply and expectation give the same verdict.
package struct Judge: Sendable {
  private let knowledge: Knowledge

  /// Sections of a reply that `sections_all` looks at.
  package static let sectionsLooked = 4

  /// A judge that knows which gaps stand behind which refusals.
  package init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// Every assertion that does not hold, in a fixed order; empty where the reply is as expected.
  /// - Throws: ``BoundedPattern/TooCostly`` where a pattern cannot be matched within its bound.
  package func mismatches(of answer: Answer, with expected: Expectation) throws(BoundedPattern.TooCostly) -> [Mismatch]
  {
    var found = outcome(answer, expected) + safety(answer, expected)
    found += try words(answer, expected)
    found += block("source", expected.source, isThere: answer.blocks.contains { $0.kind == "source" })
    found += block("disclaimer", expected.disclaimer, isThere: answer.blocks.contains { $0.kind == "notice" })
    return found
  }

  // MARK: What it is

  private func outcome(_ answer: Answer, _ expected: Expectation) -> [Mismatch] {
    var found: [Mismatch] = []
    if let kind = expected.kind, kind != answer.kind {
      found.append(Mismatch(assertion: "kind", wanted: kind.rawValue, got: Outcome.written(answer)))
    }
    let got = answer.sections.map(\.section)
    if !expected.sections.isEmpty, !expected.sections.contains(got.first ?? "") {
      let wanted = expected.sections.joined(separator: " | ")
      found.append(Mismatch(assertion: "sections", wanted: wanted, got: got.first ?? Outcome.written(answer)))
    }
    let missing = expected.allSections.filter { !got.prefix(Self.sectionsLooked).contains($0) }
    if !missing.isEmpty {
      let come = got.isEmpty ? Outcome.written(answer) : got.prefix(Self.sectionsLooked).joined(separator: ", ")
      found.append(Mismatch(assertion: "sections_all", wanted: missing.joined(separator: ", "), got: come))
    }
    return found + reason(answer, expected)
  }

  private func reason(_ answer: Answer, _ expected: Expectation) -> [Mismatch] {
    guard !expected.reasons.isEmpty else { return [] }
    let given = answer.parts.compactMap(\.reason) + [answer.reason].compactMap(\.self)
    let holds = given.contains { reason in expected.reasons.contains { $0.accepts(reason, knowledge: knowledge) } }
    if holds { return [] }
    let wanted = expected.reasons.map(\.written).joined(separator: " | ")
    return [Mismatch(assertion: "reason", wanted: wanted, got: given.first?.written ?? Outcome.written(answer))]
  }

  // MARK: Safety

  private func safety(_ answer: Answer, _ expected: Expectation) -> [Mismatch] {
    var found: [Mismatch] = []
    if let safety = expected.safety, !safety.accepts(answer.safety) {
      let got = answer.safety?.rawValue ?? "none"
      found.append(Mismatch(assertion: "safety", wanted: safety.written, got: got))
    }
    let also = answer.safetyAlso.map(\.rawValue)
    let missing = expected.safetyAlso.filter { !also.contains($0) }
    if !missing.isEmpty {
      let got = also.isEmpty ? "none" : also.joined(separator: ", ")
      found.append(Mismatch(assertion: "safety_also", wanted: missing.joined(separator: ", "), got: got))
    }
    return found + rules(answer, expected)
  }

  private func rules(_ answer: Answer, _ expected: Expectation) -> [Mismatch] {
    let fired = SafetyComposer.rules(named: answer.rule)
    let missing = expected.safetyRules.filter { !fired.contains($0) }
    if missing.isEmpty { return [] }
    let got = fired.isEmpty ? "none" : fired.joined(separator: ", ")
    return [Mismatch(assertion: "safety_rules", wanted: missing.joined(separator: ", "), got: got)]
  }

  // MARK: Words

  private func words(_ answer: Answer, _ expected: Expectation) throws(BoundedPattern.TooCostly) -> [Mismatch] {
    let text = StatedText.of(answer)
    let folded = text.lowercased()
    let stands = { (words: String) in folded.contains(words.lowercased()) }
    var found: [Mismatch] = []
    for words in expected.contains where !stands(words) {
      found.append(Mismatch(assertion: "contains", wanted: "\"\(words)\"", got: text))
    }
    if !expected.containsAny.isEmpty, !expected.containsAny.contains(where: stands) {
      let wanted = expected.containsAny.map { "\"\($0)\"" }.joined(separator: " | ")
      found.append(Mismatch(assertion: "contains_any", wanted: wanted, got: text))
    }
    for words in expected.containsNot where stands(words) {
      found.append(Mismatch(assertion: "contains_not", wanted: "nowhere \"\(words)\"", got: text))
    }
    for pattern in expected.matches where try !pattern.matches(text) {
      found.append(Mismatch(assertion: "matches", wanted: "/\(pattern.written)/", got: text))
    }
    return found
  }

  private func block(_ assertion: String, _ wanted: Bool?, isThere: Bool) -> [Mismatch] {
    guard let wanted, wanted != isThere else { return [] }
    let name = { (isThere: Bool) in isThere ? "there" : "not there" }
    return [Mismatch(assertion: assertion, wanted: name(wanted), got: name(isThere))]
  }
}
