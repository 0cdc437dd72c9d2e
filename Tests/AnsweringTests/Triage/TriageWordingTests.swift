import Foundation
import Knowledge
import Testing

import Answering

@Suite struct TriageWordingTests {
  private static let regions: [String?] = ["us", "ca", "uk", "ie", "eu", "generic", nil]

  @Test(arguments: SafetyClass.allCases) func everyClass_hasAPolicy(_ safetyClass: SafetyClass) throws {
    let wording = try TriageFixtures.wording.get()
    let policy = try #require(wording.policy(for: safetyClass))
    #expect(policy.takesOver == (safetyClass.rank < 4))
    #expect(policy.takesOver ? policy.reply != nil : policy.notice.flatMap(wording.notice) != nil)
  }

  @Test func policies_informOnlyWhereTheGridHasASection() throws {
    let wording = try TriageFixtures.wording.get()
    #expect(wording.policy(for: .stopTreatment)?.inform == ["all": ["all/treatment/older-adults"]])
    #expect(wording.policy(for: .prognosisPersonal)?.inform == ["all": ["all/prognosis"]])
    #expect(
      wording.policy(for: .diagnosisRequest)?.inform
        == ["all": ["all/diagnosis", "all/when-to-see-a-doctor"], "aml": ["aml/diagnosis"]])
    #expect(wording.policy(for: .medicationAdvice)?.inform == [:])
    #expect(wording.policy(for: .minorAlone)?.inform == [:])
  }

  @Test(arguments: regions) func replies_openWithActionAndContact(_ region: String?) throws {
    let wording = try TriageFixtures.wording.get()
    for reply in wording.replies {
      let opening = String(wording.rendered(reply.text, region: region).prefix(200))
      #expect(WordingCheck(wording: wording).opensWithContact(reply, region: region), "\(reply.id)")
      #expect(opening.lowercased().contains("call") || opening.contains("text 988"), "\(reply.id)")
      #expect(!wording.rendered(reply.text, region: region).contains("{"), "\(reply.id)")
    }
  }

  @Test func unknownRegion_printsUsUkEuAndGeneric() throws {
    let wording = try TriageFixtures.wording.get()
    for region in [nil, "mars"] {
      let words = wording.contacts.words(for: .emergency, region: region)
      for part in ["911", "999", "112", "your local emergency number"] { #expect(words.contains(part)) }
      let crisis = wording.contacts.words(for: .crisis, region: region)
      for part in ["988", "116 123", "112", "your local emergency number"] { #expect(crisis.contains(part)) }
    }
    #expect(wording.contacts.words(for: .poison, region: "us") == "1-800-222-1222")
  }

  @Test func words_areEasyToRead() throws {
    let wording = try TriageFixtures.wording.get()
    for reply in wording.replies { #expect(WordingCheck.grade(of: reply.text) <= 6, "\(reply.id)") }
    for notice in wording.notices { #expect(WordingCheck.grade(of: notice.text) <= 8, "\(notice.id)") }
  }

  @Test func replies_sayThatItIsAProgramAndStay() throws {
    for reply in try TriageFixtures.wording.get().replies {
      #expect(reply.text.contains("I am a program"), "\(reply.id)")
      #expect(reply.text.contains("I will keep answering"), "\(reply.id)")
    }
  }

  @Test(arguments: WordingCheck.crisisPoints.sorted(), ["crisis-self", "crisis-other"])
  func crisisReply_meetsThePoint(_ point: String, _ id: String) throws {
    let reply = try #require(try TriageFixtures.wording.get().replies.first { $0.id == id })
    let words = try #require(reply.points[point])
    #expect(reply.text.contains(words))
  }

  @Test(arguments: WordingCheck.forbidden) func noReply_says(_ words: String) throws {
    for reply in try TriageFixtures.wording.get().replies {
      #expect(!" \(reply.text.lowercased()) ".contains(" \(words) "), "\(reply.id)")
    }
  }

  @Test func crisisReply_namesNoMeansAndNoSection() throws {
    for reply in try TriageFixtures.wording.get().replies where reply.safetyClass == .crisis {
      for word in ["pill", "rope", "gun", "overdose", "bridge", "leukemia is", "all/", "aml/"] {
        #expect(!reply.text.lowercased().contains(word), "\(reply.id) says \(word)")
      }
    }
  }

  @Test func noWords_nameADrugOrADose() throws {
    let wording = try TriageFixtures.wording.get()
    let names = try TriageFixtures.rules.get().cues.filter { $0.name == "chemo-drug" }.flatMap(\.phrases)
      .flatMap { $0.split(whereSeparator: { !$0.isLetter }) }.filter { $0.count > 5 }.map { $0.lowercased() }
    let said = Set(
      (wording.replies.map(\.text) + wording.notices.map(\.text)).joined(separator: " ").lowercased()
        .split(whereSeparator: { !$0.isLetter }).map(String.init))
    #expect(said.isDisjoint(with: names))
    #expect(said.isDisjoint(with: ["mg", "ml", "milligrams"]))
  }

  @Test(
    arguments: [
      ("2026-11-22", 0, false), ("2027-05-21", 180, false), ("2027-05-22", 181, true), ("2026-11-21", -1, true),
    ] as [(String, Int, Bool)])
  func contacts_expireAfter180Days(_ today: String, _ age: Int, _ isExpired: Bool) throws {
    let contacts = try TriageFixtures.wording.get().contacts
    let day = try #require(CalendarDay(today))
    let dated = ContactTable(
      checked: "2026-11-22", sources: contacts.sources, regions: contacts.regions, unknown: contacts.unknown)
    #expect(dated.age(on: day) == age)
    #expect(dated.isExpired(on: day) == isExpired)
    #expect(dated.warnings(on: day).isEmpty != isExpired)
    #expect(dated.warnings(on: day).allSatisfy { $0.contains("safety/contacts.yaml") && $0.contains("2026-11-22") })
  }

  @Test func unreadableDayOfCheck_countsAsExpired() throws {
    let dated = ContactTable(checked: "soon", sources: [], regions: [], unknown: [:])
    let day = try #require(CalendarDay("2026-11-22"))
    #expect(dated.age(on: day) == nil)
    #expect(dated.isExpired(on: day))
  }

  @Test func reply_followsTheSituation() throws {
    let wording = try TriageFixtures.wording.get()
    let cases = [
      ("my nosebleed won't stop", "emergency-bleeding"), ("I can't breathe", "emergency-breathing"),
      ("my husband is having a seizure", "emergency-brain"), ("should I call an ambulance", "emergency"),
      ("I want to die", "crisis-self"), ("my husband says he wants to die", "crisis-other"),
      ("I took double my 6-MP", "poison-overdose"), ("I'm on chemo with a fever", "urgent-fever"),
      ("fever two weeks after CAR-T", "urgent-fever-car-t"),
      ("new rash since my transplant in June", "urgent-fever-transplant"),
    ]
    for (text, id) in cases {
      let result = try TriageFixtures.assess(text)
      #expect(wording.reply(for: result, remembering: ContextFlags())?.id == id, "\(text)")
    }
    let harmless = try TriageFixtures.assess("what is ALL")
    #expect(wording.reply(for: harmless, remembering: ContextFlags()) == nil)
  }
}
