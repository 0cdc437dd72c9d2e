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

  private func later(_ hours: Int) -> Date { now.addingTimeInterval(Double(hours) * 3600) }

  @Test("Misses are counted by reason and nearest section, answers by section, both by hour")
  func counts() {
    let tally = AskedTally()
    tally.count(declined(.gap("cost"), near: "rose/care"), at: now)
    tally.count(declined(.gap("cost"), near: "rose/care"), at: later(1))
    tally.count(declined(.offTopic), at: now)
    let ranked = Ranked(section: "rose/care", score: 1)
    tally.count(
      Answer(kind: .answer, sections: [ranked], parts: [AnswerPart(kind: .answer, sections: [ranked])], blocks: []),
      at: now)
    let snapshot = tally.snapshot(at: now)
    let cost = snapshot.misses.first { $0.key.reason == "gap:cost" }
    #expect(cost?.key.nearest == "rose/care")
    #expect(cost?.value.times == 2 && cost?.value.last == later(1))
    #expect(snapshot.sections == ["rose/care": 1])
    let (hour, hours) = (HourTally.hour(of: now), snapshot.hours.hours)
    #expect(hours[hour]?.whole == 3 && hours[hour]?.part == 2)
    #expect(hours[hour + 1]?.whole == 1 && hours[hour + 1]?.part == 1)
  }

  @Test("A miss is counted by the day for a week")
  func days() {
    let tally = AskedTally()
    for day in 0..<20 { for _ in 0...day { tally.count(declined(.offTopic), at: later(24 * day)) } }
    let days = tally.snapshot(at: later(24 * 19)).misses.values.first?.days ?? [:]
    let last = AskedTally.day(of: later(24 * 19))
    #expect(days == Dictionary(uniqueKeysWithValues: (13..<20).map { (last - 19 + $0, $0 + 1) }))
  }

  @Test("Hours longer ago than a week and misses past the limit are not kept")
  func bounds() {
    let tally = AskedTally()
    for hour in 0..<300 { tally.count(declined(.offTopic), at: later(hour)) }
    #expect(tally.snapshot(at: now).hours.hours.count <= 7 * 24)
    for number in 0..<5000 { tally.count(declined(.gap("g\(number)")), at: now) }
    #expect(tally.snapshot(at: now).misses.count == 4096)
  }

  @Test("Words are kept with their miss, each once, the newest last, bounded in number")
  func words() {
    let tally = AskedTally(textLife: 3600)
    for number in [1, 2, 1] { tally.count(declined(.gap("cost")), words: "question \(number)", at: now) }
    #expect(tally.snapshot(at: now).misses.values.first?.texts.map(\.words) == ["question 2", "question 1"])
    for number in 0..<100 { tally.count(declined(.gap("cost")), words: "more \(number)", at: now) }
    #expect(tally.snapshot(at: now).misses.values.first?.texts.map(\.words) == (80..<100).map { "more \($0)" })
    for number in 0..<4000 { tally.count(declined(.gap("g\(number)")), words: "words", at: now) }
    let all = tally.snapshot(at: now).misses.values.reduce(0) { $0 + $1.texts.count }
    #expect(all == 2000)
  }

  @Test("Words that are too old are forgotten; counts stay")
  func age() {
    let tally = AskedTally(textLife: 3600)
    tally.count(declined(.gap("cost")), words: "old", at: now)
    tally.count(declined(.gap("cost")), words: "new", at: later(1))
    let count = tally.snapshot(at: later(1).addingTimeInterval(1)).misses.values.first
    #expect(count?.texts.map(\.words) == ["new"] && count?.times == 2)
    #expect(tally.snapshot(at: later(3)).misses.values.first?.texts.isEmpty == true)
  }
}
