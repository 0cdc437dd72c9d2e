internal import Foundation

/// A value that is fetched when it is first needed, and then kept.
///
/// However many ask at once, one fetch is under way; after one that failed there is a pause, so that a server that is down is not
/// asked by every request. A value that has grown old serves on while a newer one is fetched.
actor FetchedValue<Value: Sendable> {
  /// Seconds without a fetch after one that failed.
  static var pause: TimeInterval { 10 }

  private let fetch: @Sendable (Date) async -> Value?
  private var kept: (value: Value, since: Date)?
  private var failure: Date?
  private var underWay: Task<Value?, Never>?

  /// A value that `fetch` gets, told the time; nil from it is a failure.
  init(_ fetch: @escaping @Sendable (Date) async -> Value?) { self.fetch = fetch }

  /// The value that is kept, if it is good, else a new one; nil where none could be fetched now.
  ///
  /// - Parameters:
  ///   - life: the age in seconds at which a value that is good is fetched anew, without waiting for it.
  ///   - isGood: whether a value of this age in seconds will do.
  func value(
    at now: Date, life: TimeInterval = .infinity, where isGood: @Sendable (Value, TimeInterval) -> Bool
  ) async -> Value? {
    if let kept, case let age = abs(now.timeIntervalSince(kept.since)), isGood(kept.value, age) {
      if age >= life { _ = renewal(at: now) }
      return kept.value
    }
    return await renewal(at: now)?.value
  }

  /// The fetch under way, or one begun now; nil in the pause after a failure.
  private func renewal(at now: Date) -> Task<Value?, Never>? {
    if let underWay { return underWay }
    if let failure, abs(now.timeIntervalSince(failure)) < Self.pause { return nil }
    // A task of its own, since it belongs to all who wait and must outlive the first of them. The fetcher bounds its time.
    let task = Task { await renew(at: now) }
    underWay = task
    return task
  }

  private func renew(at now: Date) async -> Value? {
    let value = await fetch(now)
    underWay = nil
    failure = value == nil ? now : nil
    if let value { kept = (value, now) }
    return value
  }
}
