import Answering
import Foundation
import Knowledge
import Testing

@Suite struct SafetyPageTests {
  private static func page(region: String? = nil, on today: String = "2026-11-23") throws -> String {
    let layer = SafetyLayer(
      rules: try TriageFixtures.rules.get(), wording: try TriageFixtures.wording.get(), region: region)
    return SafetyPage(layer, today: try #require(CalendarDay(today))).markdown
  }

  @Test func page_hasEveryClassRuleCueReplyNoticeAndSource() throws {
    let page = try Self.page()
    let rules = try TriageFixtures.rules.get()
    let wording = try TriageFixtures.wording.get()
    for safetyClass in SafetyClass.allCases { #expect(page.contains("\n## \(safetyClass.rawValue)\n")) }
    for rule in rules.rules {
      #expect(page.contains("- **\(rule.id)**"))
      for example in rule.examples { #expect(page.contains("\"\(example)\"")) }
    }
    for cue in rules.cues { #expect(page.contains("\n### \(cue.name)\n\n\(cue.about)")) }
    for number in rules.numbers { #expect(page.contains("- **\(number.name)**: a ")) }
    for reply in wording.replies { #expect(page.contains("### Reply \(reply.id)")) }
    for notice in wording.notices { #expect(page.contains("### Notice \(notice.id)")) }
    for source in wording.sources { #expect(page.contains("- **\(source.id)**: \(source.organisation)")) }
  }

  @Test func cues_standInWords() throws {
    let page = try Self.page()
    #expect(page.contains("- covered in / with"))
    #expect(!page.contains("<2>"))
    #expect(!page.contains("@kin"))
    #expect(!page.contains("{emergency}"))
  }

  @Test func region_fillsTheNumbers() throws {
    #expect(try Self.page(region: "uk").contains("> Please call 999 now."))
    #expect(try Self.page().contains("> Please call 911 (US), 999 (UK), 112 (EU) or your local emergency number now."))
  }

  @Test func contacts_showTheirAge() throws {
    #expect(try Self.page().contains("the check still counts"))
    #expect(try Self.page(on: "2027-08-01").contains("too long ago"))
  }

  @Test func page_isTheSameEachTime() throws {
    #expect(try Self.page() == Self.page())
  }
}
