package import Foundation

/// The durable queue between the platforms that ask and those that are answered.
///
/// What a call has returned is on disk and survives a power cut; what throws has changed nothing. Calls may come from
/// any task at once, are not stopped by their task's cancellation, and never block the shared threads. Every `now` must
/// come from one ``DeliveryClock``.
package protocol OutboxStore: Sendable {
  /// Remembers the message, saves the conversation's state and queues the replies: all or, when a copy was accepted
  /// before, nothing. Throws ``StoreFailure/overloaded`` rather than let a queue grow without bound.
  func accept(_ message: InboundMessage, at now: Date) async throws(StoreFailure) -> Acceptance

  /// Whether a copy of the message was accepted before: spares the work of an answer. Only ``accept(_:at:)`` decides.
  func hasAccepted(platform: String, id: String) async throws(StoreFailure) -> Bool

  /// The state last saved for the conversation, nil when there is none or it is older than a day.
  func conversation(_ conversation: KeyedHash, at now: Date) async throws(StoreFailure) -> Data?

  /// First settles, each by itself, then claims: the first reply of each lane that is due and not leased.
  ///
  /// - Returns: one result for each settlement in the same order, and what was claimed.
  func exchange(
    settling: [Settlement], claiming: ClaimRequest?, at now: Date
  ) async throws(StoreFailure) -> (results: [SettleResult], claimed: ClaimedBatch)

  /// Dead letters with numbers above `after`, by number, `limit` at most, without their text.
  func deadLetters(after: ReplyID?, limit: Int) async throws(StoreFailure) -> [DeadLetter]

  /// One dead letter with its text, nil when there is none of that number.
  func deadLetter(_ id: ReplyID) async throws(StoreFailure) -> DeadLetter?

  /// Queues a dead letter again under its old number and idempotency key, with all its attempts before it.
  ///
  /// - Parameter life: how long it may be tried from `now` on.
  func replay(_ id: ReplyID, life: Duration, at now: Date) async throws(StoreFailure) -> ReplayResult

  /// Deletes a dead letter; false when there is none of that number.
  func drop(_ id: ReplyID) async throws(StoreFailure) -> Bool

  /// Deletes everything of a user, and every trace of it from the store's files.
  ///
  /// Where this throws, something of the user may be left: to be called again until it returns.
  func erase(user: KeyedHash) async throws(StoreFailure) -> Erased

  /// Makes dead letters of what expired while waiting, wipes and forgets what is old enough, and from time to time
  /// removes the traces of that from the store's files. To be called each minute or so; what it did before it throws
  /// stays done.
  func sweep(at now: Date) async throws(StoreFailure) -> Swept

  func census() async throws(StoreFailure) -> Census

  /// Finishes what is under way and closes; all later calls throw ``StoreFailure/closed``.
  func close() async
}

extension OutboxStore {
  /// Claims without settling anything.
  package func claim(_ request: ClaimRequest) async throws(StoreFailure) -> ClaimedBatch {
    try await exchange(settling: [], claiming: request, at: request.now).claimed
  }

  /// Settles one claim without taking another.
  package func settle(_ claim: Claim, as step: DeliveryStep, at now: Date) async throws(StoreFailure) -> SettleResult {
    let settlement = Settlement(claim: claim, step: step)
    return try await exchange(settling: [settlement], claiming: nil, at: now).results.first ?? .stale
  }

  /// Hands claims back: due at once, no attempt counted.
  package func release(_ claims: [Claim], at now: Date) async throws(StoreFailure) {
    let settlements = claims.map { Settlement(claim: $0, step: .released) }
    _ = try await exchange(settling: settlements, claiming: nil, at: now)
  }
}
