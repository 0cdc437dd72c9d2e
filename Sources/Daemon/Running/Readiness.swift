import Foundation
import NIOConcurrencyHelpers

/// Whether the daemon can take questions, and why not.
package final class Readiness: Sendable {
  /// Something that must work before questions can be taken: its name, and whether it does.
  typealias Check = (name: String, isGood: @Sendable () -> Bool)

  private struct State {
    var isDraining = false
    var checks: [Check] = []
  }

  private let state = NIOLockedValueBox(State())

  /// Ready, until a check says otherwise.
  init() {}

  /// Adds something that must work.
  func require(_ name: String, _ isGood: @escaping @Sendable () -> Bool) {
    state.withLockedValue { $0.checks.append((name, isGood)) }
  }

  /// From now on the daemon finishes what it has.
  func drain() { state.withLockedValue { $0.isDraining = true } }

  /// Names of what does not work; empty where the daemon is ready.
  package var missing: [String] {
    let (isDraining, checks) = state.withLockedValue { ($0.isDraining, $0.checks) }
    return (isDraining ? ["draining"] : []) + checks.filter { !$0.isGood() }.map(\.name)
  }
}
