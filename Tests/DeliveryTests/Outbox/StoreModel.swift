import Delivery
import Foundation

/// What a store should hold, as plainly as can be: to be compared with a real one.
struct StoreModel {
  struct Lane {
    /// Waiting or leased, by number.
    var replies: Set<ReplyID> = []
    var due = Date.distantPast
    var lease: (claim: Claim, until: Date)?
  }

  var lanes: [String: Lane] = [:]
  var laneOf: [ReplyID: String] = [:]
  var dead: Set<ReplyID> = []
  /// Delivered or dropped.
  var finished: Set<ReplyID> = []

  var pending: Int { lanes.values.reduce(0) { $0 + $1.replies.count } }

  mutating func accepted(_ id: ReplyID, lane: String, at now: Date) {
    laneOf[id] = lane
    enter(id, lane, at: now)
  }

  mutating func replayed(_ id: ReplyID, at now: Date) {
    dead.remove(id)
    if let lane = laneOf[id] { enter(id, lane, at: now) }
  }

  /// Which replies a claim without limits must give: the first of each lane that is due and not leased.
  func claimable(at now: Date) -> Set<ReplyID> {
    Set(
      lanes.values.compactMap { lane in
        if let lease = lane.lease { return lease.until <= now ? lane.replies.min() : nil }
        return lane.due <= now ? lane.replies.min() : nil
      })
  }

  mutating func claimed(_ claim: Claim, until: Date) {
    if let lane = laneOf[claim.reply] { lanes[lane]?.lease = (claim, until) }
  }

  /// Takes a settlement as the store should, and says what that should answer.
  mutating func settled(_ claim: Claim, _ step: DeliveryStep, at now: Date) -> SettleResult {
    guard let name = laneOf[claim.reply], var lane = lanes[name], lane.lease?.claim == claim else { return .stale }
    lane.lease = nil
    lane.due = now
    switch step {
    case .delivered:
      lane.replies.remove(claim.reply)
      finished.insert(claim.reply)
    case .dead:
      lane.replies.remove(claim.reply)
      dead.insert(claim.reply)
    case .retry(let date, _), .postponed(let date): lane.due = date
    case .released: break
    }
    lanes[name] = lane.replies.isEmpty ? nil : lane
    return .settled
  }

  /// Leases end with the process that held them.
  mutating func restarted(at now: Date) {
    for (name, lane) in lanes where lane.lease != nil {
      lanes[name]?.lease = nil
      lanes[name]?.due = min(now, lane.lease?.until ?? now)
    }
  }

  private mutating func enter(_ id: ReplyID, _ lane: String, at now: Date) {
    lanes[lane, default: Lane(due: now)].replies.insert(id)
  }
}
