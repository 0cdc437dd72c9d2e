import Foundation

/// What the killed processes said they had accepted and sent.
struct KillLedger {
  let lanes: Int
  /// The next number of each lane that was not said to be accepted.
  private(set) var counts: [Int]
  private(set) var accepted: Set<String> = []
  /// Every reply handed to the platform, in order, lane by lane; failed attempts too.
  private(set) var sent: [String: [Int]] = [:]
  private(set) var deliveries: [String: Int] = [:]
  private(set) var keys: [String: Set<String>] = [:]
  /// Replies that one process delivered twice, which no kill excuses.
  private(set) var doubledInOneRun: [String] = []

  init(lanes: Int) {
    self.lanes = lanes
    counts = Array(repeating: 0, count: lanes)
  }

  mutating func add(_ lines: [String]) {
    var delivered: Set<String> = []
    for words in lines.map({ $0.split(separator: " ").map(String.init) }) where words.count > 1 {
      switch words[0] {
      case "accepted", "had": accept(words[1])
      case "delivered":
        if !delivered.insert(words[1]).inserted { doubledInOneRun.append(words[1]) }
        deliveries[words[1], default: 0] += 1
        send(words[1], words[2])
      case "failed": send(words[1], words[2])
      default: break
      }
    }
  }

  private mutating func accept(_ id: String) {
    accepted.insert(id)
    guard let (lane, number) = place(id), counts.indices.contains(lane) else { return }
    counts[lane] = max(counts[lane], number + 1)
  }

  private mutating func send(_ id: String, _ key: String) {
    keys[id, default: []].insert(key)
    if let (lane, number) = place(id) { sent["\(lane)", default: []].append(number) }
  }

  private func place(_ id: String) -> (lane: Int, number: Int)? {
    let parts = id.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }
}
