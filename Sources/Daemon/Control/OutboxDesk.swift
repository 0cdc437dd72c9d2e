package import Answering
package import Delivery
package import Foundation
import HTTPTypes

/// What operators do with dead letters and with users who want to be forgotten; the same through a running daemon and without one.
package struct OutboxDesk: Sendable {
  /// Dead letters listed at once.
  static let pageLimit = 1000

  private let store: any OutboxStore
  private let key: StoreKey
  private let life: Duration
  private let now: @Sendable () -> Date
  private let wake: @Sendable () -> Void

  /// A desk over a store; a reply that is sent again may be tried for `settings.expireHours`.
  package init(
    _ store: any OutboxStore, key: StoreKey, settings: Settings.Sending, now: @escaping @Sendable () -> Date,
    wake: @escaping @Sendable () -> Void = {}
  ) {
    self.store = store
    self.key = key
    life = .seconds(settings.expireHours * 3600)
    self.now = now
    self.wake = wake
  }

  /// Opens the store of a folder for `body` alone; no daemon may have it open.
  /// - Throws: ``StateFailure`` where it cannot be opened or fails, and what `body` throws.
  package static func use<Value: Sendable>(
    _ folder: StateFolder, settings: Settings.Sending, at now: Date, _ body: (OutboxDesk) async throws -> Value
  ) async throws -> Value {
    let (store, key) = try await folder.open(at: now)
    do {
      let value = try await body(OutboxDesk(store, key: key, settings: settings, now: { now }))
      await store.close()
      return value
    } catch {
      await store.close()
      if let failure = error as? StoreFailure { throw StateFailure(message: failure.description) }
      throw error
    }
  }

  /// What the store holds, and its dead letters without their text.
  package func list(after: Int64? = nil) async throws -> JSONValue {
    let census = try await store.census()
    let letters = try await store.deadLetters(after: after.map { ReplyID($0) }, limit: Self.pageLimit)
    return .object([
      ("pending", .integer(census.pending)), ("oldest", .string(census.oldestPending?.ISO8601Format())),
      ("dead", .integer(census.deadLetters)), ("conversations", .integer(census.conversations)),
      ("letters", .array(letters.map { .object(Self.members($0)) })),
    ])
  }

  /// How much the store holds.
  package func census() async throws -> Census { try await store.census() }

  /// The first dead letters by number, without their text.
  package func letters(limit: Int) async throws -> [DeadLetter] {
    try await store.deadLetters(after: nil, limit: limit)
  }

  /// One dead letter with what was to be said.
  /// - Throws: ``HTTPFault`` 404.
  package func show(_ id: Int64) async throws -> JSONValue {
    guard let letter = try await store.deadLetter(ReplyID(id)) else { throw HTTPFault.noLetter }
    let payload = letter.payload.flatMap { try? JSONDecoder().decode(StoredMessage.self, from: $0) }?.payload
    let text = payload.map { String(decoding: $0, as: UTF8.self) }
    return .object(Self.members(letter) + [("message", .string(text))])
  }

  /// Queues a dead letter again.
  /// - Throws: ``HTTPFault``: 404, or 410 where its text has been wiped.
  package func replay(_ id: Int64) async throws -> JSONValue {
    switch try await store.replay(ReplyID(id), life: life, at: now()) {
    case .notFound: throw HTTPFault.noLetter
    case .wiped: throw HTTPFault(.gone, "wiped", "The text and address of this dead letter are wiped; drop it.")
    case .replayed:
      wake()
      return .object([("replayed", .integer(Int(id)))])
    }
  }

  /// Deletes a dead letter.
  /// - Throws: ``HTTPFault`` 404.
  package func drop(_ id: Int64) async throws -> JSONValue {
    guard try await store.drop(ReplyID(id)) else { throw HTTPFault.noLetter }
    return .object([("dropped", .integer(Int(id)))])
  }

  /// Deletes everything of a user on these platforms.
  package func forget(_ user: String, on platforms: [String]) async throws -> JSONValue {
    var total = Erased(replies: 0, deadLetters: 0, conversations: 0)
    for platform in platforms {
      let erased = try await store.erase(user: key.hash(.user, platform, user))
      total.replies += erased.replies
      total.deadLetters += erased.deadLetters
      total.conversations += erased.conversations
    }
    return .object([
      ("replies", .integer(total.replies)), ("dead_letters", .integer(total.deadLetters)),
      ("conversations", .integer(total.conversations)),
    ])
  }

  private static func members(_ letter: DeadLetter) -> [(String, JSONValue)] {
    [
      ("id", .integer(Int(letter.id.number))), ("platform", .string(letter.platform)),
      ("cause", .string(letter.cause.rawValue)), ("reason", .string(letter.reason)),
      ("attempts", .integer(letter.attempts)), ("asked", .string(letter.askedAt.ISO8601Format())),
      ("died", .string(letter.diedAt.ISO8601Format())), ("wiped", .string(letter.isWiped ? "yes" : "no")),
    ]
  }

  /// The platform's own form of a stored reply.
  private struct StoredMessage: Decodable {
    let payload: Data
  }
}

extension HTTPFault {
  /// 404 for a dead letter.
  static let noLetter = HTTPFault(.notFound, "unknown_letter", "There is no dead letter of this number.")
}
