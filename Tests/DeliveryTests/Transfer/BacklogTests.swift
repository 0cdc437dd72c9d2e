import Delivery
import Testing

@Suite("The line of waiting transfers") struct BacklogTests {
  private let slow = Origin(isSecure: true, host: "slow.example", port: 443)
  private let quick = Origin(isSecure: true, host: "quick.example", port: 443)
  private let start = ContinuousClock.now

  private func backlog(active: Int, perHost: Int, _ entries: [(Int, Origin)]) -> Backlog<Int> {
    var backlog = Backlog<Int>(limits: TransferLimits(active: active, activePerHost: perHost))
    for (number, host) in entries { backlog.add(number, host: host, deadline: start + .seconds(number)) }
    return backlog
  }

  @Test func startsInOrderUpToItsLimit() {
    var backlog = backlog(active: 2, perHost: 2, [(1, slow), (2, quick), (3, slow)])
    #expect(backlog.start() == [1, 2])
    #expect(backlog.start() == [])
    backlog.finish(host: quick)
    #expect(backlog.start() == [3])
    #expect(backlog.count == 0)
  }

  @Test func passesOverAHostThatHasItsShare() {
    var backlog = backlog(active: 10, perHost: 1, [(1, slow), (2, slow), (3, quick), (4, quick), (5, slow)])
    #expect(backlog.start() == [1, 3])
    backlog.finish(host: slow)
    #expect(backlog.start() == [2])
    backlog.finish(host: quick)
    backlog.finish(host: slow)
    #expect(backlog.start() == [4, 5])
  }

  @Test func tellsPortsAndSchemesApart() {
    let other = Origin(isSecure: true, host: "slow.example", port: 8443)
    let plain = Origin(isSecure: false, host: "slow.example", port: 443)
    var backlog = backlog(active: 10, perHost: 1, [(1, slow), (2, other), (3, plain), (4, slow)])
    #expect(backlog.start() == [1, 2, 3])
  }

  @Test func givesUpWhatHasWaitedTooLong() {
    var backlog = backlog(active: 1, perHost: 1, [(1, slow), (2, slow), (5, slow), (3, quick)])
    _ = backlog.start()
    #expect(backlog.nextDeadline == start + .seconds(2))
    #expect(backlog.removeExpired(at: start + .seconds(1)) == [])
    #expect(backlog.removeExpired(at: start + .seconds(3)) == [2, 3])
    #expect(backlog.nextDeadline == start + .seconds(5))
    #expect(backlog.remove(where: { $0 == 5 }) == [5])
    #expect(backlog.nextDeadline == nil)
  }

  @Test func neverHasMoreActiveThanAllowedWhateverHappens() {
    var dice = SystemRandomNumberGenerator()
    let hosts = (0..<5).map { Origin(isSecure: true, host: "host\($0).example", port: 443) }
    var backlog = Backlog<(number: Int, host: Origin)>(limits: TransferLimits(active: 7, activePerHost: 3))
    var active: [(number: Int, host: Origin)] = []
    for number in 0..<5000 {
      let host = hosts[Int.random(in: 0..<5, using: &dice)]
      backlog.add((number, host), host: host, deadline: start)
      let started = backlog.start()
      active += started
      #expect(active.count <= 7)
      for host in hosts { #expect(active.count { $0.host == host } <= 3) }
      if let index = active.indices.randomElement(using: &dice), Bool.random(using: &dice) {
        backlog.finish(host: active.remove(at: index).host)
      }
      if backlog.count > 50 { _ = backlog.remove { $0.number < number - 40 } }
    }
  }
}
