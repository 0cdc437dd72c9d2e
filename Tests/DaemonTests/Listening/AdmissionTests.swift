import Daemon
import Testing

@Suite("Admission")
struct AdmissionTests {
  private let start = ContinuousClock.now

  /// An entrance that has seen so many served, one every `pace`, and how many it lets in then.
  private func room(after served: Int, every pace: Duration, places: Int = 500) -> Int {
    let entrance = Admission(places: places, longestWait: .milliseconds(250))
    var now = start
    for _ in 0..<served {
      _ = entrance.enter(at: now)
      now += pace
      entrance.leave(at: now)
    }
    return (0..<places + 100).prefix { _ in entrance.enter(at: now) }.count
  }

  @Test("Before anything was served there are all places, and never more")
  func places() {
    #expect(room(after: 0, every: .zero) == 500)
    #expect(room(after: 1000, every: .microseconds(10)) == 500)
  }

  @Test("No more are let in than are served within the longest wait")
  func wait() {
    #expect(room(after: 1000, every: .milliseconds(1)) == 250)
    #expect(room(after: 1000, every: .milliseconds(5)) == 50)
  }

  @Test("However slow it goes, a few are let in")
  func least() { #expect(room(after: 1000, every: .seconds(10)) == 16) }

  @Test("When it goes faster again, more are let in")
  func recovery() {
    let entrance = Admission(places: 100, longestWait: .milliseconds(250))
    var now = start
    for (count, pace) in [(100, Duration.seconds(1)), (3000, .milliseconds(1))] {
      for _ in 0..<count {
        _ = entrance.enter(at: now)
        now += pace
        entrance.leave(at: now)
      }
    }
    #expect((0..<200).prefix { _ in entrance.enter(at: now) }.count == 100)
  }

  @Test("Time in which nobody was inside does not count")
  func idle() {
    let entrance = Admission(places: 100, longestWait: .milliseconds(250))
    var now = start
    for _ in 0..<200 {
      _ = entrance.enter(at: now)
      now += .milliseconds(1)
      entrance.leave(at: now)
      now += .seconds(60)
    }
    #expect((0..<200).prefix { _ in entrance.enter(at: now) }.count == 100)
  }

  @Test("Of many that leave at once each counts a share of the time")
  func bursts() {
    let entrance = Admission(places: 1000, longestWait: .milliseconds(250))
    var now = start
    for _ in 0..<100 {
      for _ in 0..<16 { _ = entrance.enter(at: now) }
      now += .milliseconds(32)
      for _ in 0..<16 { entrance.leave(at: now) }
    }
    let room = (0..<1000).prefix { _ in entrance.enter(at: now) }.count
    #expect((100...160).contains(room))
  }
}
