import Delivery
import Foundation
import Synchronization

/// A store that has no room for some outcomes, until it relents.
final class RefusingStore: OutboxStore {
  private let store: any OutboxStore
  private let refuses: @Sendable (Settlement) -> Bool
  private let hasRelented = Mutex(false)

  init(_ store: any OutboxStore, refusing refuses: @escaping @Sendable (Settlement) -> Bool) {
    self.store = store
    self.refuses = refuses
  }

  func relent() { hasRelented.withLock { $0 = true } }

  func exchange(
    settling: [Settlement], claiming: ClaimRequest?, at now: Date
  ) async throws(StoreFailure) -> (results: [SettleResult], claimed: ClaimedBatch) {
    if settling.contains(where: refuses) && !hasRelented.withLock({ $0 }) { throw .full }
    return try await store.exchange(settling: settling, claiming: claiming, at: now)
  }

  func accept(_ message: InboundMessage, at now: Date) async throws(StoreFailure) -> Acceptance {
    try await store.accept(message, at: now)
  }

  func hasAccepted(platform: String, id: String) async throws(StoreFailure) -> Bool {
    try await store.hasAccepted(platform: platform, id: id)
  }

  func conversation(_ conversation: KeyedHash, at now: Date) async throws(StoreFailure) -> Data? {
    try await store.conversation(conversation, at: now)
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

  func sweep(at now: Date) async throws(StoreFailure) -> Swept { try await store.sweep(at: now) }

  func census() async throws(StoreFailure) -> Census { try await store.census() }

  func close() async { await store.close() }
}
