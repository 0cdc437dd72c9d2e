import Answering
import Testing

@Suite struct TriageRuleTests {
  private static let cues = [
    CueSet(name: "fever", phrases: ["fever"]), CueSet(name: "chemo", phrases: ["chemo"]),
    CueSet(name: "no-fever", phrases: ["no fever"]), CueSet(name: "general", phrases: ["symptom"]),
  ]

  private func fires(
    _ text: String, scope: TriageRule.Scope? = nil, all: [String] = ["fever", "chemo"], unless: [String]? = nil,
    unlessAnywhere: [String]? = nil, mask: [String]? = nil, flags: ContextFlags = ContextFlags()
  ) throws -> Bool {
    let rule = TriageRule(
      id: "r", raises: .urgentFever, sources: ["test"], scope: scope, all: all, unless: unless,
      unlessAnywhere: unlessAnywhere, mask: mask)
    return try TriageFixtures.fires(SafetyRules(cues: Self.cues, rules: [rule]), text, flags: flags)
  }

  @Test func scope_clause() throws {
    #expect(try fires("fever on chemo", scope: .clause))
    #expect(try !fires("fever, on chemo", scope: .clause))
  }

  @Test func scope_sentenceIsTheDefault() throws {
    #expect(try fires("fever, on chemo"))
    #expect(try !fires("fever. On chemo"))
  }

  @Test func scope_neighbours() throws {
    #expect(try fires("Fever. On chemo.", scope: .neighbours))
    #expect(try fires("On chemo. Fever.", scope: .neighbours))
    #expect(try !fires("On chemo. Well. Fever.", scope: .neighbours))
  }

  @Test func scope_text() throws {
    #expect(try fires("On chemo. Well. So. Fever.", scope: .text))
  }

  @Test func unless_silencesItsSentenceOnly() throws {
    #expect(try !fires("is fever a symptom on chemo", unless: ["general"]))
    #expect(try fires("Which symptom? She has fever on chemo.", unless: ["general"]))
    #expect(try !fires("Which symptom? She has fever on chemo.", unlessAnywhere: ["general"]))
  }

  @Test func unless_leavesALaterAnchorAlone() throws {
    #expect(try fires("Is fever a symptom on chemo? My fever on chemo is high.", unless: ["general"]))
  }

  @Test func mask_dropsTheWordsItTouches() throws {
    #expect(try !fires("no fever on chemo", mask: ["no-fever"]))
    #expect(try fires("no fever yesterday, fever today, on chemo", mask: ["no-fever"]))
  }

  @Test func flag_standsInForACue() throws {
    #expect(try fires("fever", all: ["fever", "chemo|$in-treatment"], flags: ContextFlags(inTreatment: true)))
    #expect(try !fires("fever", all: ["fever", "chemo|$in-treatment"]))
    #expect(try !fires("fever", all: ["fever", "$in-treatment"], flags: ContextFlags(afterTransplant: true)))
  }

  @Test func subject_standsInForACue() throws {
    #expect(try fires("fever with AML", all: ["fever", "$subject:aml"]))
    #expect(try !fires("fever", all: ["fever", "$subject:aml"]))
  }

  @Test func flagRule_setsAFlagForOtherRulesAndTheCaller() throws {
    let rules = SafetyRules(
      cues: Self.cues,
      rules: [
        TriageRule(id: "f", sets: .inTreatment, sources: ["test"], all: ["chemo"]),
        TriageRule(id: "r", raises: .urgentFever, sources: ["test"], all: ["fever", "$in-treatment"]),
      ])
    let result = Triage(rules: rules).assess(try TriageFixtures.analyse("Chemo. Fever."), remembering: ContextFlags())
    #expect(result.flags == ContextFlags(inTreatment: true))
    #expect(result.classes == [.urgentFever])
  }

  @Test func result_namesRuleAndSpans() throws {
    let rule = TriageRule(id: "r", raises: .urgentFever, situation: "s", sources: ["test"], all: ["fever", "chemo"])
    let result = Triage(rules: SafetyRules(cues: Self.cues, rules: [rule]))
      .assess(try TriageFixtures.analyse("a fever on chemo"), remembering: ContextFlags())
    let finding = Finding(
      safetyClass: .urgentFever, rule: "r", situation: "s",
      spans: [TokenSpan(start: 1, end: 2), TokenSpan(start: 3, end: 4)])
    #expect(result.findings == [finding])
  }

  @Test func classes_comeHighestFirstAndOnce() throws {
    let rules = SafetyRules(
      cues: Self.cues,
      rules: [
        TriageRule(id: "a", raises: .minorAlone, sources: ["test"], all: ["fever"]),
        TriageRule(id: "b", raises: .crisis, sources: ["test"], all: ["fever"]),
        TriageRule(id: "c", raises: .emergency, sources: ["test"], all: ["fever"]),
        TriageRule(id: "d", raises: .emergency, sources: ["test"], all: ["fever"]),
      ])
    let result = Triage(rules: rules).assess(try TriageFixtures.analyse("fever"), remembering: ContextFlags())
    #expect(result.classes == [.emergency, .crisis, .minorAlone])
    #expect(result.main == .emergency)
    #expect(SafetyClass.allCases.max() == .emergency)
  }

  @Test func emptyMessage_raisesNothing() throws {
    #expect(try !fires(""))
    #expect(try !fires("?!"))
  }

  @Test func brokenRule_isAFault() {
    let broken = [
      TriageRule(id: "a", sources: ["test"], all: ["fever"]),
      TriageRule(id: "b", raises: .crisis, sources: ["test"], all: []),
      TriageRule(id: "c", raises: .crisis, sources: ["test"], all: ["$sleeping"]),
      TriageRule(id: "d", raises: .crisis, sources: ["test"], all: ["nobody"]),
      TriageRule(id: "d", raises: .crisis, sources: ["test"], all: ["fever"]),
      TriageRule(id: "e", raises: .crisis, sources: ["test"], all: ["fever"], unless: ["fever"]),
      TriageRule(id: "f", raises: .crisis, sources: ["test"], all: ["fever", "chemo"], mask: ["chemo"]),
      TriageRule(id: "g", raises: .crisis, sources: ["test"], all: ["fever", "$after-transplant"]),
    ]
    let reasons = SafetyRules(cues: Self.cues, rules: broken).faults().map(\.description).joined(separator: "\n")
    for words in [
      "raise a class or set a flag", "begin with a cue", "unknown flag", "unknown cue", "stands twice",
      "used by no rule", "also silences it", "no rule sets $after-transplant",
    ] {
      #expect(reasons.contains(words))
    }
  }

  @Test func rules_surviveTheCache() throws {
    let rules = try TriageFixtures.rules.get()
    #expect(try JSONRoundTrip.of(rules) == rules)
  }
}
