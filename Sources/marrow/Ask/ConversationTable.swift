import Answering

/// Keeps the states of conversations, a bounded number of them: the least recently used one is dropped first.
struct ConversationTable {
  /// Conversations kept.
  static let limit = 10_000

  private struct Entry {
    var state: ConversationState
    var lastUse: Int
  }

  private var entries: [RequestID: Entry] = [:]
  /// Uses in order of time; a use is out of date where its entry was used again since.
  private var uses: [(key: RequestID, time: Int)] = []
  private var oldest = 0
  private var time = 0

  /// The state of a conversation; nil where it is new or was dropped. Setting a state counts as a use. O(1) on average.
  subscript(_ key: RequestID) -> ConversationState? {
    get { entries[key]?.state }
    set {
      guard let newValue else { return }
      time += 1
      entries[key] = Entry(state: newValue, lastUse: time)
      uses.append((key, time))
      while entries.count > Self.limit { dropOldest() }
      if uses.count > 4 * Self.limit { forgetOldUses() }
    }
  }

  private mutating func dropOldest() {
    let use = uses[oldest]
    oldest += 1
    if entries[use.key]?.lastUse == use.time { entries[use.key] = nil }
  }

  private mutating func forgetOldUses() {
    uses = uses[oldest...].filter { entries[$0.key]?.lastUse == $0.time }
    oldest = 0
  }
}
