import Delivery
import Foundation
import Synchronization

/// Answers each attempt as it is told to, and remembers all attempts in their order.
final class ScriptedSender: ReplySender {
  struct Attempt: Sendable {
    var text: String
    var lane: String
    var key: String
    var lateSince: Date?
  }

  private let answer: @Sendable (LeasedReply, Int) async -> SendOutcome
  private let attempts = Mutex<[Attempt]>([])
  private let inFlight = Mutex<(now: [String: Int], most: [String: Int])>(([:], [:]))

  /// - Parameter answer: given the reply and how many attempts there were before in all.
  init(_ answer: @escaping @Sendable (LeasedReply, Int) async -> SendOutcome) { self.answer = answer }

  convenience init() { self.init { _, _ in .delivered(receipt: nil) } }

  func send(_ reply: LeasedReply) async -> SendOutcome {
    let attempt = Attempt(text: reply.text, lane: reply.lane, key: reply.idempotencyKey, lateSince: reply.lateSince)
    let before = attempts.withLock { all in
      all.append(attempt)
      return all.count - 1
    }
    inFlight.withLock {
      $0.now[reply.lane, default: 0] += 1
      $0.most[reply.lane] = max($0.most[reply.lane] ?? 0, $0.now[reply.lane] ?? 0)
    }
    defer { inFlight.withLock { $0.now[reply.lane, default: 0] -= 1 } }
    return await answer(reply, before)
  }

  var all: [Attempt] { attempts.withLock { $0 } }

  var texts: [String] { all.map(\.text) }

  /// The most that were in flight at once in any lane.
  var mostInOneLane: Int { inFlight.withLock { $0.most.values.max() ?? 0 } }
}
