import Answering
import Matching
import Testing

/// Every rule earns its place: without it alone, a case of the suite `safety-rules` fails.
@Suite struct TriageMutationTests {
  /// Assesses the turns of a case, flags carried from one to the next; the result of the last.
  private static func last(_ turns: [String], with triage: Triage) throws -> TriageResult? {
    var flags = ContextFlags()
    var last: TriageResult?
    for turn in turns {
      let result = triage.assess(try TriageFixtures.analyse(turn), remembering: flags)
      flags = flags.union(result.flags)
      last = result
    }
    return last
  }

  private static func holds(_ item: SuiteCase, with triage: Triage) throws -> Bool {
    try last(item.turns, with: triage).map(item.holds) ?? false
  }

  @Test func everyCase_holds() throws {
    let triage = try TriageFixtures.triage.get()
    for item in try TriageFixtures.suite("safety-rules") {
      #expect(try Self.holds(item, with: triage), "\(item)")
    }
  }

  @Test func everyRuleRemoved_failsACase() throws {
    let triage = try TriageFixtures.triage.get()
    let suite = try TriageFixtures.suite("safety-rules")
    for rule in try TriageFixtures.rules.get().rules {
      let without = triage.removing(rule: rule.id)
      // Its own cases first, then all the others.
      let own = suite.filter { $0.rules.contains(rule.id) || $0.id.hasSuffix(rule.id) }
      let survives = try (own + suite).allSatisfy { try Self.holds($0, with: without) }
      #expect(!survives, "no case needs the rule \(rule.id)")
    }
  }
}
