import Chat
import Foundation

/// What a bot has on its disk: the events it has accepted and the messages that wait. A bot that is killed leaves it behind.
actor BotLedger {
  struct Item: Codable, Sendable {
    let key: String
    let message: ChatMessage
    let destination: Destination
  }

  private struct State: Codable {
    var accepted: Set<String> = []
    var waiting: [Item] = []
  }

  private struct Waiter {
    let isEnough: @Sendable ([Item], Set<String>) -> Bool
    let done: CheckedContinuation<Void, Never>
  }

  private let file: URL
  private var state: State
  /// Every event that the homeserver has pushed to this process, whatever it was, and the transactions' ids.
  private(set) var pushed: Set<String> = []
  private(set) var transactions: [String] = []
  private var waiters: [Waiter] = []

  /// The ledger in a file, as it was left.
  init(_ file: URL) throws {
    self.file = file
    state =
      FileManager.default.fileExists(atPath: file.path)
      ? try JSONDecoder().decode(State.self, from: Data(contentsOf: file)) : State()
  }

  /// The messages that wait.
  var waiting: [Item] { state.waiting }

  /// Notes what came, before anything is done about it.
  func note(_ transaction: String, events: [String]) {
    transactions.append(transaction)
    pushed.formUnion(events)
    wake()
  }

  /// Accepts an event with its messages; false where it has been accepted before.
  func accept(_ id: String, _ items: [Item]) throws -> Bool {
    guard state.accepted.insert(id).inserted else { return false }
    state.waiting += items
    try save()
    return true
  }

  /// Strikes a message off.
  func settle(_ key: String) throws {
    state.waiting.removeAll { $0.key == key }
    try save()
  }

  /// Waits until what waits and what was pushed is as wished.
  func wait(until isEnough: @escaping @Sendable ([Item], Set<String>) -> Bool) async {
    guard !isEnough(state.waiting, pushed) else { return }
    await withCheckedContinuation { waiters.append(Waiter(isEnough: isEnough, done: $0)) }
  }

  private func save() throws {
    try JSONEncoder().encode(state).write(to: file, options: .atomic)
    wake()
  }

  private func wake() {
    let ready = waiters.filter { $0.isEnough(state.waiting, pushed) }
    waiters.removeAll { $0.isEnough(state.waiting, pushed) }
    for waiter in ready { waiter.done.resume() }
  }
}
