import Answering
import Daemon
import Foundation
import Matching
import Testing

@Suite("What is asked in vain")
struct AskedTallyTests {
  private let now = Date(timeIntervalSince1970: 1_790_000_000)

  private func declined(_ reason: Reason, near section: String? = nil) -> Answer {
    Answer(
      kind: .decline, reason: reason, parts: [AnswerPart(kind: .decline, reason: reason)], blocks: [],
      offers: section.map { [Offer(title: "Care", section: $0)] } ?? [])
  }

  @Test("Misses are counted by reason and nearest section, answers by section, both by hour")
  func counts() {
    let tally = AskedTally()
    tally.count(declined(.gap("cost"), near: "rose/care"), at: now)
    tally.count(declined(.gap("cost"), near: "rose/care"), at: now.addingTimeInterval(3600))
    tally.count(declined(.offTopic), at: now)
    let ranked = Ranked(section: "rose/care", score: 1)
    tally.count(
      Answer(kind: .answer, sections: [ranked], parts: [AnswerPart(kind: .answer, sections: [ranked])], blocks: []),
      at: now)
    let snapshot = tally.snapshot
    let cost = snapshot.misses.first { $0.key.reason == "gap:cost" }
    #expect(cost?.key.nearest == "rose/care")
    #expect(cost?.value.times == 2 && cost?.value.last == now.addingTimeInterval(3600))
    #expect(snapshot.sections == ["rose/care": 1])
    let hour = AskedTally.hour(of: now)
    #expect(snapshot.hours[hour]?.asked == 3 && snapshot.hours[hour]?.missed == 2)
    #expect(snapshot.hours[hour + 1]?.asked == 1 && snapshot.hours[hour + 1]?.missed == 1)
  }

  @Test("Hours longer ago than a week and misses past the limit are not kept")
  func bounds() {
    let tally = AskedTally()
    for hour in 0..<300 { tally.count(declined(.offTopic), at: now.addingTimeInterval(Double(hour) * 3600)) }
    #expect(tally.snapshot.hours.count <= 7 * 24)
    for number in 0..<5000 { tally.count(declined(.gap("g\(number)")), at: now) }
    #expect(tally.snapshot.misses.count == 4096)
  }
}
