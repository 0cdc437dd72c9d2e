internal import Knowledge
internal import Matching

/// Reads the mapping below `expect:` and checks the ids it names.
struct ExpectationReader {
  private let log: ProblemLog
  private let sections: Set<String>
  private let gaps: Set<String>
  private let subjects: Set<String>
  private let aspects: Set<String>

  init(knowledge: Knowledge, log: ProblemLog) {
    self.log = log
    sections = Set(knowledge.sections.map(\.id))
    gaps = Set(knowledge.gaps.map(\.id))
    subjects = Set(knowledge.vocabulary.subjects.map(\.id))
    aspects = Set(knowledge.vocabulary.aspects.map(\.id))
  }

  /// The expectation; what is wrong in it goes to the log.
  func read(_ map: YAMLMap) -> Expectation {
    defer { map.refuseUnknownKeys() }
    var expectation = Expectation()
    expectation.kind = kind(map)
    expectation.sections = sections(map, key: "sections")
    expectation.allSections = sections(map, key: "sections_all")
    expectation.safety = safety(map)
    expectation.safetyAlso = map.placedTexts("safety_also").compactMap { safetyClass($0, key: "safety_also")?.rawValue }
    expectation.safetyRules = map.texts("safety_rules")
    expectation.reasons = map.placedTexts("reason").compactMap(reason)
    expectation.contains = map.texts("contains")
    expectation.containsAny = map.texts("contains_any")
    expectation.containsNot = map.texts("contains_not")
    expectation.matches = map.placedTexts("matches").compactMap(pattern)
    expectation.source = map.optionalFlag("source")
    expectation.disclaimer = map.optionalFlag("disclaimer")
    refuseContradiction(expectation, map: map)
    return expectation
  }

  private func kind(_ map: YAMLMap) -> AnswerKind? {
    guard let written = map.optionalText("kind") else { return nil }
    let kind = AnswerKind(rawValue: written)
    if kind == nil {
      let known = AnswerKind.allCases.map(\.rawValue).joined(separator: ", ")
      log.report(map.place(of: "kind"), key: "kind", "there is no kind \"\(written)\"; expected one of \(known)")
    }
    return kind
  }

  private func sections(_ map: YAMLMap, key: String) -> [String] {
    map.placedTexts(key).map { id, place in
      require(id, in: sections, place: place, key: key, "section")
      return id
    }
  }

  // MARK: Safety

  private func safety(_ map: YAMLMap) -> ExpectedSafety? {
    guard map.mentions("safety") else { return nil }
    guard map.has("safety") else { return ExpectedSafety(classes: [], acceptsNone: true) }
    let written = map.placedTexts("safety")
    let named = written.filter { !Self.none.contains($0.text) }
    return ExpectedSafety(
      classes: named.compactMap { safetyClass($0, key: "safety") }, acceptsNone: named.count < written.count)
  }

  /// How YAML writes "no class" inside a list.
  private static let none: Set<String> = ["null", "~"]

  private func safetyClass(_ written: (text: String, place: SourcePlace), key: String) -> SafetyClass? {
    let found = SafetyClass(rawValue: written.text)
    if found == nil {
      let known = SafetyClass.allCases.map(\.rawValue).joined(separator: ", ")
      log.report(
        written.place, key: key, "there is no safety class \"\(written.text)\"; expected null or one of \(known)")
    }
    return found
  }

  // MARK: Reasons and patterns

  private func reason(_ written: String, at place: SourcePlace) -> ExpectedReason? {
    guard let reason = ExpectedReason(written) else {
      log.report(
        place, key: "reason",
        "there is no reason \"\(written)\"; expected gap:ID, hole:SUBJECT/ASPECT, other-subject:ID, off-topic, unclear "
          + "or other-language")
      return nil
    }
    switch reason {
    case .exactly(.gap(let id)): require(id, in: gaps, place: place, key: "reason", "gap")
    case .exactly(.otherSubject(let id)): require(id, in: subjects, place: place, key: "reason", "subject")
    case .exactly(.hole(let subject, let aspect)):
      require(subject, in: subjects, place: place, key: "reason", "subject")
      require(aspect, in: aspects, place: place, key: "reason", "aspect")
    case .exactly, .kind: break
    }
    return reason
  }

  private func pattern(_ written: String, at place: SourcePlace) -> BoundedPattern? {
    let pattern = BoundedPattern(written)
    if pattern == nil {
      log.report(
        place, key: "matches",
        "\"\(written)\" is no valid regular expression of at most \(BoundedPattern.longest) characters")
    }
    return pattern
  }

  // MARK: Checks

  private func require(_ id: String, in known: Set<String>, place: SourcePlace, key: String, _ what: String) {
    if !known.contains(id) { log.report(place, key: key, "there is no \(what) \"\(id)\"") }
  }

  /// What no reply can meet would fail for ever and say nothing about the knowledge.
  private func refuseContradiction(_ expectation: Expectation, map: YAMLMap) {
    let hasSections = !expectation.sections.isEmpty || !expectation.allSections.isEmpty
    if hasSections, expectation.kind == .decline || expectation.kind == .smalltalk {
      let key = expectation.sections.isEmpty ? "sections_all" : "sections"
      log.report(map.place(of: key), key: key, "a reply of this kind has no sections")
    }
    if expectation.allSections.count > Judge.sectionsLooked {
      log.report(
        map.place(of: "sections_all"), key: "sections_all",
        "only the first \(Judge.sectionsLooked) sections are looked at")
    }
  }
}
