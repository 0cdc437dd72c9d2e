package import Delivery
import Foundation
import Logging
import NIOConcurrencyHelpers

/// Whether the store works, and how much it holds, as last seen.
package final class StoreHealth: Sendable {
  private struct State {
    var failure: StoreFailure?
    var census: Census?
  }

  private let state = NIOLockedValueBox(State())
  private let logger: Logger

  init(logger: Logger) { self.logger = logger }

  /// True where the store did what it was last asked.
  package var isGood: Bool { state.withLockedValue { $0.failure == nil } }
  /// What it held when it was last counted.
  package var census: Census? { state.withLockedValue { $0.census } }

  /// The store failed; logged once until it works again.
  func failed(_ failure: StoreFailure) {
    let isNew = state.withLockedValue { state in
      defer { state.failure = failure }
      return state.failure != failure
    }
    if isNew { logger.error("store failed", metadata: ["reason": "\(failure)"]) }
  }

  /// The store works and holds this.
  func counted(_ census: Census) {
    let wasBad = state.withLockedValue { state in
      defer { state = State(failure: nil, census: census) }
      return state.failure != nil
    }
    if wasBad { logger.info("store works again") }
  }
}
