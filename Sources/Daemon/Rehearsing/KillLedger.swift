import Foundation
import NIOConcurrencyHelpers

/// Notes what was accepted and what arrived, from both sides of the daemon.
final class KillLedger: Sendable {
  private struct State {
    /// Questions accepted, in order, by conversation.
    var accepted: [String: [String]] = [:]
    /// Arrivals by idempotency key.
    var arrivals: [String: Int] = [:]
    /// Keys under which a question's reply arrived.
    var keys: [String: Set<String>] = [:]
    /// Questions in the order in which their replies first arrived, by conversation.
    var order: [String: [String]] = [:]
    /// Requests that were not taken as they should have been, by idempotency key.
    var failures: [String: Int] = [:]
  }

  private let state = NIOLockedValueBox(State())

  /// The daemon said 2xx to a question.
  func accepted(_ question: String, of conversation: String) {
    state.withLockedValue { $0.accepted[conversation, default: []].append(question) }
  }

  /// The receiver took a reply.
  func arrived(_ question: String, of conversation: String, key: String) {
    state.withLockedValue { state in
      state.arrivals[key, default: 0] += 1
      let isFirst = state.keys[question] == nil
      state.keys[question, default: []].insert(key)
      if isFirst { state.order[conversation, default: []].append(question) }
    }
  }

  /// The receiver did not take a request, or did not say so.
  func failed(_ key: String) { state.withLockedValue { $0.failures[key, default: 0] += 1 } }

  /// How often ``failed(_:)`` was said of a key.
  func failures(of key: String) -> Int { state.withLockedValue { $0.failures[key] ?? 0 } }

  /// Questions that were accepted.
  var acceptedCount: Int { state.withLockedValue { $0.accepted.values.map(\.count).reduce(0, +) } }

  /// Questions that were accepted and have no reply yet.
  var missing: Int {
    state.withLockedValue { state in
      state.accepted.values.joined().count { state.keys[$0] == nil }
    }
  }

  /// What it comes to.
  func report(seed: UInt64, kills: Int) -> KillReport {
    let missing = missing
    return state.withLockedValue { state in
      KillReport(
        seed: seed, kills: kills, accepted: state.accepted.values.map(\.count).reduce(0, +), lost: missing,
        resends: state.arrivals.values.map { $0 - 1 }.reduce(0, +),
        answeredTwice: state.keys.values.count { $0.count > 1 },
        inversions: state.order.map { Self.inversions($0.value, asked: state.accepted[$0.key] ?? []) }.reduce(0, +),
        failures: state.failures.values.reduce(0, +))
    }
  }

  private static func inversions(_ arrived: [String], asked: [String]) -> Int {
    let places = Dictionary(asked.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let order = arrived.compactMap { places[$0] }
    return zip(order, order.dropFirst()).count { $0 > $1 }
  }
}
