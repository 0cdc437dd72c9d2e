import Delivery
import Foundation
import Testing

@Suite struct SteadyClockTests {
  @Test func goesOnFromItsStartWhateverTheTimeOfDayIs() async throws {
    let clock = SteadyClock(start: .start)
    let first = clock.now
    try await clock.sleep(until: first + 0.01)
    let second = clock.now
    #expect(first >= .start)
    #expect(second >= first + 0.01)
  }

  @Test func aCancelledSleepEnds() async {
    let clock = SteadyClock(start: .start)
    let sleep = Task { try await clock.sleep(until: .distantFuture) }
    sleep.cancel()
    await #expect(throws: CancellationError.self) { try await sleep.value }
  }
}
