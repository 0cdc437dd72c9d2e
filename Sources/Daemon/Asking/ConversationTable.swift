import Answering
import Foundation
import NIOConcurrencyHelpers

/// States of the conversations of `/v1/ask`, in memory: a bounded number of them, none longer than its state means something.
final class ConversationTable: Sendable {
  private struct Table {
    var states: [ConversationID: ConversationState] = [:]
    var uses: [(id: ConversationID, time: Date)] = []
    var oldest = 0
  }

  private let limit: Int
  private let table = NIOLockedValueBox(Table())

  /// A table of so many conversations.
  init(limit: Int) { self.limit = limit }

  /// Conversations kept.
  var count: Int { table.withLockedValue { $0.states.count } }

  /// The state of a conversation; nil where it is unknown or was forgotten. O(1).
  func state(of id: ConversationID) -> ConversationState? { table.withLockedValue { $0.states[id] } }

  /// Keeps a state, and forgets those that are too old or too many. O(1) on average.
  func keep(_ state: ConversationState, of id: ConversationID) {
    table.withLockedValue { table in
      table.states[id] = state
      table.uses.append((id, state.lastUse))
      Self.forget(&table, limit: limit, before: state.lastUse.addingTimeInterval(-ConversationState.defaultIdleLimit))
    }
  }

  private static func forget(_ table: inout Table, limit: Int, before time: Date) {
    while table.oldest < table.uses.count, table.states.count > limit || table.uses[table.oldest].time <= time {
      let use = table.uses[table.oldest]
      table.oldest += 1
      // A conversation that was used again since stands further back.
      if table.states[use.id]?.lastUse == use.time { table.states[use.id] = nil }
    }
    let isMostlyPassed = table.oldest > 1024 && table.oldest * 2 > table.uses.count
    guard isMostlyPassed || table.uses.count > 4 * max(limit, 1024) else { return }
    let rest = table.uses[table.oldest...]
    table.uses = rest.filter { table.states[$0.id]?.lastUse == $0.time }
    table.oldest = 0
  }
}
