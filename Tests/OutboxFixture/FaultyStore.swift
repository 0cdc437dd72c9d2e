package import Delivery
package import Foundation

/// A real store whose calls fail where a test wants them to.
package final class FaultyStore: OutboxStore {
  /// Decides about a call, by what it settles if it settles something: why it fails, or nil where the store does it.
  package typealias Rule = @Sendable (_ settling: [Settlement]) -> StoreFailure?

  private let store: any OutboxStore
  private let rule: Rule

  /// A store seen through a rule.
  package init(_ store: any OutboxStore, failing rule: @escaping Rule) {
    self.store = store
    self.rule = rule
  }

  private func check(_ settling: [Settlement] = []) throws(StoreFailure) {
    if let failure = rule(settling) { throw failure }
  }

  package func accept(_ message: InboundMessage, at now: Date) async throws(StoreFailure) -> Acceptance {
    try check()
    return try await store.accept(message, at: now)
  }

  package func hasAccepted(platform: String, id: String) async throws(StoreFailure) -> Bool {
    try check()
    return try await store.hasAccepted(platform: platform, id: id)
  }

  package func conversation(_ conversation: KeyedHash, at now: Date) async throws(StoreFailure) -> Data? {
    try check()
    return try await store.conversation(conversation, at: now)
  }

  package func exchange(
    settling: [Settlement], claiming: ClaimRequest?, at now: Date
  ) async throws(StoreFailure) -> (results: [SettleResult], claimed: ClaimedBatch) {
    try check(settling)
    return try await store.exchange(settling: settling, claiming: claiming, at: now)
  }

  package func deadLetters(after: ReplyID?, limit: Int) async throws(StoreFailure) -> [DeadLetter] {
    try check()
    return try await store.deadLetters(after: after, limit: limit)
  }

  package func deadLetter(_ id: ReplyID) async throws(StoreFailure) -> DeadLetter? {
    try check()
    return try await store.deadLetter(id)
  }

  package func replay(_ id: ReplyID, life: Duration, at now: Date) async throws(StoreFailure) -> ReplayResult {
    try check()
    return try await store.replay(id, life: life, at: now)
  }

  package func drop(_ id: ReplyID) async throws(StoreFailure) -> Bool {
    try check()
    return try await store.drop(id)
  }

  package func erase(user: KeyedHash) async throws(StoreFailure) -> Erased {
    try check()
    return try await store.erase(user: user)
  }

  package func sweep(at now: Date) async throws(StoreFailure) -> Swept {
    try check()
    return try await store.sweep(at: now)
  }

  package func census() async throws(StoreFailure) -> Census {
    try check()
    return try await store.census()
  }

  package func close() async { await store.close() }
}
