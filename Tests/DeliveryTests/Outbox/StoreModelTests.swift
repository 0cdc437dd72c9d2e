import Delivery
import Foundation
import Matching
import Testing

/// Does to a store and to its model whatever the dice say, and compares what both answer.
@Suite(.storeFolders) struct StoreModelTests {
  @Test(arguments: 0..<12 as Range<UInt64>) func doesWhatItsModelDoes(seed: UInt64) async throws {
    var run = try await Run(seed: seed)
    for _ in 0..<150 { try await run.step() }
    try await run.drain()
  }

  private struct Run {
    let folder: StoreFolder
    var store: SQLiteStore
    var model = StoreModel()
    var dice: SeededGenerator
    var now = Date.start
    var messages = 0
    /// Every claim ever got, the stale ones too.
    var claims: [Claim] = []

    init(seed: UInt64) async throws {
      folder = try StoreFolder()
      store = try await folder.open()
      dice = SeededGenerator(seed: seed)
    }

    mutating func step() async throws {
      switch Int.random(in: 0..<100, using: &dice) {
      case 0..<30: try await accept()
      case 30..<50: try await claim()
      case 50..<80: try await settle()
      case 80..<90: now += Double.random(in: 0...20, using: &dice).rounded()
      case 90..<96: try await revive()
      case 96..<98: #expect(try await store.sweep(at: now) == Swept())
      default: try await restart()
      }
      let census = try await store.census()
      #expect(census.pending == model.pending && census.deadLetters == model.dead.count)
    }

    /// In the end everything that was accepted is delivered, dead or dropped, and nothing else is.
    mutating func drain() async throws {
      while model.pending > 0 {
        now += 1000
        for reply in try await store.claim(.at(now)).replies {
          model.claimed(reply.claim, until: now + 30)
          try await settle(reply.claim, as: .delivered(receipt: nil))
        }
      }
      #expect(model.finished.union(model.dead) == Set(model.laneOf.keys))
      #expect(try await store.census().pending == 0)
      await store.close()
    }

    private mutating func accept() async throws {
      let isCopy = messages > 0 && Int.random(in: 0..<5, using: &dice) == 0
      let number = isCopy ? Int.random(in: 0..<messages, using: &dice) : messages
      let lane = "L\(number % 4)"
      let count = number % 3 == 0 ? 2 : 1
      let message = try InboundMessage.sample("m\(number)", lane: lane, replies: count, at: now, life: 1e9)
      let acceptance = try await store.accept(message, at: now)
      #expect((acceptance == .duplicate) == isCopy)
      guard case .accepted(let ids) = acceptance else { return }
      messages += 1
      for id in ids { model.accepted(id, lane: lane, at: now) }
    }

    private mutating func claim() async throws {
      let expected = model.claimable(at: now)
      let replies = try await store.claim(.at(now, lease: .seconds(30))).replies
      #expect(Set(replies.map(\.claim.reply)) == expected)
      for reply in replies {
        #expect(!claims.contains { $0.reply == reply.claim.reply && $0.fence >= reply.claim.fence })
        claims.append(reply.claim)
        model.claimed(reply.claim, until: now + 30)
      }
    }

    private mutating func settle() async throws {
      guard let claim = claims.randomElement(using: &dice) else { return }
      let wait = Double.random(in: 0...30, using: &dice).rounded()
      let steps: [DeliveryStep] = [
        .delivered(receipt: nil), .retry(at: now + wait, reason: "500"), .dead(.refused, reason: "403"),
        .postponed(until: now + wait), .released,
      ]
      try await settle(claim, as: steps.randomElement(using: &dice) ?? .released)
    }

    private mutating func settle(_ claim: Claim, as step: DeliveryStep) async throws {
      let expected = model.settled(claim, step, at: now)
      #expect(try await store.settle(claim, as: step, at: now) == expected)
    }

    private mutating func revive() async throws {
      guard let id = model.dead.sorted().randomElement(using: &dice) else { return }
      if Bool.random(using: &dice) {
        #expect(try await store.replay(id, life: .seconds(1e9), at: now) == .replayed)
        model.replayed(id, at: now)
      } else {
        #expect(try await store.drop(id))
        model.dead.remove(id)
        model.finished.insert(id)
      }
    }

    private mutating func restart() async throws {
      await store.close()
      store = try await folder.open(at: now)
      model.restarted(at: now)
    }
  }
}
