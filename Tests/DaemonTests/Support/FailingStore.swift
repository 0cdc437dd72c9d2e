import Delivery
import Foundation
import NIOConcurrencyHelpers

/// A real store that fails as long as a test wants it to.
final class FailingStore: OutboxStore {
  private let store: any OutboxStore
  private let failure: NIOLockedValueBox<StoreFailure?>

  /// A store seen through a switch.
  init(_ store: any OutboxStore, failure: NIOLockedValueBox<StoreFailure?>) {
    self.store = store
    self.failure = failure
  }

  private func check() throws(StoreFailure) {
    if let failure = failure.withLockedValue({ $0 }) { throw failure }
  }

  func accept(_ message: InboundMessage, at now: Date) async throws(StoreFailure) -> Acceptance {
    try check()
    return try await store.accept(message, at: now)
  }

  func hasAccepted(platform: String, id: String) async throws(StoreFailure) -> Bool {
    try check()
    return try await store.hasAccepted(platform: platform, id: id)
  }

  func conversation(_ conversation: KeyedHash, at now: Date) async throws(StoreFailure) -> Data? {
    try check()
    return try await store.conversation(conversation, at: now)
  }

  func exchange(
    settling: [Settlement], claiming: ClaimRequest?, at now: Date
  ) async throws(StoreFailure) -> (results: [SettleResult], claimed: ClaimedBatch) {
    try check()
    return try await store.exchange(settling: settling, claiming: claiming, at: now)
  }

  func deadLetters(after: ReplyID?, limit: Int) async throws(StoreFailure) -> [DeadLetter] {
    try await store.deadLetters(after: after, limit: limit)
  }

  func deadLetter(_ id: ReplyID) async throws(StoreFailure) -> DeadLetter? { try await store.deadLetter(id) }

  func replay(_ id: ReplyID, life: Duration, at now: Date) async throws(StoreFailure) -> ReplayResult {
    try await store.replay(id, life: life, at: now)
  }

  func drop(_ id: ReplyID) async throws(StoreFailure) -> Bool { try await store.drop(id) }

  func erase(user: KeyedHash) async throws(StoreFailure) -> Erased { try await store.erase(user: user) }

  func sweep(at now: Date) async throws(StoreFailure) -> Swept {
    try check()
    return try await store.sweep(at: now)
  }

  func census() async throws(StoreFailure) -> Census {
    try check()
    return try await store.census()
  }

  func close() async { await store.close() }
}
