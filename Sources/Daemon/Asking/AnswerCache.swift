import Answering
import Crypto
import Foundation
import Knowledge
import NIOConcurrencyHelpers

/// Replies to questions asked before in the same state. An answer is a pure function of both, so this changes none.
///
/// Questions are kept as keyed digests whose key lives as long as the process.
final class AnswerCache: Sendable {
  /// What a reply depends on.
  struct Key: Hashable {
    fileprivate let question: Data
    fileprivate let state: ConversationState

    private static let secret = SymmetricKey(size: .bits256)

    /// The key of a question in a state; a state that is too old counts as fresh, and when it was used last as nothing.
    init(question: String, state: ConversationState, responder: Responder, at now: Date) {
      var state = state.isCurrent(digest: responder.knowledge.digest, at: now) ? state : responder.freshState(at: now)
      state.lastUse = Date(timeIntervalSinceReferenceDate: 0)
      self.state = state
      self.question = Data(HMAC<SHA256>.authenticationCode(for: Data(question.utf8), using: Self.secret))
    }
  }

  private struct Entry {
    let kept: KeptReply
    var isUsed: Bool
  }

  private struct Table {
    var entries: [Key: Entry] = [:]
    /// Keys in the order of a clock's face; the hand takes out the first that was not used since it last passed.
    var ring: [Key] = []
    var hand = 0
  }

  private let limit: Int
  private let table = NIOLockedValueBox(Table())

  /// A cache of so many replies; 0 keeps none.
  init(limit: Int) { self.limit = limit }

  /// The reply; nil where it is not kept. O(1).
  func reply(for key: Key) -> KeptReply? {
    guard limit > 0 else { return nil }
    return table.withLockedValue { table in
      table.entries[key]?.isUsed = true
      return table.entries[key]?.kept
    }
  }

  /// Keeps a reply. O(1) on average.
  func store(_ reply: Reply, for key: Key) {
    guard limit > 0 else { return }
    table.withLockedValue { table in
      guard table.entries[key] == nil else { return }
      if table.ring.count < limit {
        table.ring.append(key)
      } else {
        Self.replace(&table, by: key)
      }
      // Why an answer came out so is as large as the answer, and nobody here reads more of it than the nearest section.
      let kept = KeptReply(Reply(answer: reply.answer.unexplained, state: reply.state))
      table.entries[key] = Entry(kept: kept, isUsed: false)
    }
  }

  private static func replace(_ table: inout Table, by key: Key) {
    while let entry = table.entries[table.ring[table.hand]], entry.isUsed {
      table.entries[table.ring[table.hand]]?.isUsed = false
      table.hand = (table.hand + 1) % table.ring.count
    }
    table.entries[table.ring[table.hand]] = nil
    table.ring[table.hand] = key
    table.hand = (table.hand + 1) % table.ring.count
  }
}
