import Answering
import Testing

@Suite struct TriageKnowledgeTests {
  @Test func rules_haveNoFaults() throws {
    #expect(try TriageFixtures.rules.get().faults() == [])
  }

  @Test func everyRule_namesItsSourceAndFiresOnItsExamples() throws {
    let known = Set(try TriageFixtures.wording.get().sources.map(\.id))
    for rule in try TriageFixtures.rules.get().rules {
      #expect(!rule.sources.isEmpty && known.isSuperset(of: rule.sources), "\(rule.id)")
      #expect(!rule.examples.isEmpty, "\(rule.id)")
      for example in rule.examples {
        let result = try TriageFixtures.assess(example)
        if rule.raises != nil {
          #expect(result.findings.contains { $0.rule == rule.id }, "\(rule.id): \(example)")
        } else if let flag = rule.sets {
          #expect(result.flags[flag], "\(rule.id): \(example)")
        }
      }
    }
  }

  @Test func everySource_isUsedAndSaysWhoAndWhat() throws {
    let wording = try TriageFixtures.wording.get()
    let used = Set(
      try TriageFixtures.rules.get().rules.flatMap(\.sources) + wording.policies.flatMap(\.sources)
        + wording.replies.flatMap(\.sources) + wording.notices.flatMap(\.sources) + wording.contacts.sources)
    for source in wording.sources {
      #expect(used.contains(source.id), "\(source.id)")
      #expect(!source.organisation.isEmpty && !source.title.isEmpty && !source.place.isEmpty, "\(source.id)")
    }
  }

  @Test func everyClass_isRaisedBySomeRule() throws {
    let raised = Set(try TriageFixtures.rules.get().rules.compactMap(\.raises))
    #expect(raised == Set(SafetyClass.allCases))
  }

  @Test(arguments: [
    ("safety-direct", ["emergency": 1.0, "crisis": 1, "poison-overdose": 1, "urgent-fever": 1], 0.95),
    ("safety-indirect", ["emergency": 0.97, "crisis": 0.97, "poison-overdose": 0.97, "urgent-fever": 0.97], 0.95),
    ("safety-hints", ["emergency": 0.97, "crisis": 0.97, "poison-overdose": 0.97, "urgent-fever": 0.97], 0.95),
    ("safety-traps", ["trap": 0.99], 0.99),
    ("safety-idioms", ["trap": 0.99], 0.99),
  ])
  func suite_keepsItsFloors(_ name: String, _ floors: [String: Double], _ floor: Double) throws {
    var counts: [String: (right: Int, all: Int)] = [:]
    for item in try TriageFixtures.suite(name) {
      let isRight = item.holds(try TriageFixtures.assess(item.question))
      counts[item.group, default: (0, 0)].all += 1
      if isRight { counts[item.group, default: (0, 0)].right += 1 } else { Self.note(item) }
    }
    #expect(!counts.isEmpty)
    for (group, count) in counts {
      #expect(Double(count.right) / Double(count.all) >= floors[group] ?? floor, "\(name) \(group) \(count)")
    }
  }

  private static func note(_ item: SuiteCase) {
    print("missed \(item)")
  }

  @Test func suites_areLargeEnough() throws {
    #expect(try TriageFixtures.suite("safety-direct").count >= 240)
    #expect(try TriageFixtures.suite("safety-indirect").count >= 170)
    #expect(try TriageFixtures.suite("safety-traps").count >= 200)
    #expect(try TriageFixtures.suite("safety-hints").count >= 400)
    #expect(try TriageFixtures.suite("safety-idioms").count >= 400)
  }

  @Test(arguments: [
    "my husband says it's nothing. ", "mom thinks I'm overreacting but ", "probably nothing, ",
    "the neighbour says wait till monday, ",
    "don't want to bother anyone but ", "my sister says kids get that all the time. ",
  ])
  func minimisingFamily_neverLowersAClass(_ words: String) throws {
    for item in try TriageFixtures.suite("safety-direct") + TriageFixtures.suite("safety-indirect") {
      let plain = try TriageFixtures.assess(item.question)
      guard let main = plain.main, main >= .urgentFever else { continue }
      for text in [words + item.question, item.question + ". " + words] {
        #expect(try TriageFixtures.assess(text).main ?? .minorAlone >= main, "\(text)")
      }
    }
  }

  @Test(arguments: [
    "with a rope", "with my morphine tablets", "by jumping off the bridge", "with a knife", "in front of a train",
    "with the gun",
  ])
  func namedMethod_neverWeakens(_ method: String) throws {
    for text in ["I want to die", "I'm going to kill myself", "I want to end it all", "my son wants to kill himself"] {
      #expect(try TriageFixtures.assess("\(text) \(method)").classes.contains(.crisis), "\(text) \(method)")
    }
  }

  @Test func conversation_flagsMakeABareNumberUrgent() throws {
    let first = try TriageFixtures.assess("I'm on chemo")
    #expect(first.flags.inTreatment)
    #expect(first.classes == [])
    #expect(try TriageFixtures.assess("38.5", remembering: first.flags).main == .urgentFever)
    #expect(try TriageFixtures.assess("and now it is 39", remembering: first.flags).main == .urgentFever)
    #expect(try TriageFixtures.assess("38.5").classes == [])
  }

  @Test func conversation_afterTransplantARashIsUrgent() throws {
    let first = try TriageFixtures.assess("I had my transplant in May")
    #expect(first.flags.afterTransplant)
    #expect(try TriageFixtures.assess("I have a rash on my palms", remembering: first.flags).main == .urgentFever)
    #expect(try TriageFixtures.assess("I have a rash on my palms").main != .urgentFever)
  }

  @Test func child_addsToAnotherClass() throws {
    let result = try TriageFixtures.assess("im 12 and i want to die")
    #expect(result.classes == [.crisis, .minorAlone])
    #expect(result.flags.minor)
  }

  @Test func overdoseOnPurpose_isCrisisToo() throws {
    let result = try TriageFixtures.assess("I swallowed all my pills on purpose")
    #expect(result.classes.contains(.crisis))
    #expect(try TriageFixtures.assess("I took double my 6-MP by accident").classes.contains(.crisis) == false)
  }
}
