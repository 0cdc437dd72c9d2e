import Delivery
import Foundation

extension StoreKey {
  /// A fixed key, for what needs no file.
  static func sample() throws -> StoreKey { try StoreKey(bytes: Data(repeating: 7, count: StoreKey.length)) }
}

extension KeyedHash {
  static func sample(_ name: String) throws -> KeyedHash { try StoreKey.sample().hash(.user, name) }
}

extension InboundMessage {
  /// A message with `replies` replies, all in one lane.
  static func sample(
    _ id: String, platform: String = "slack", lane: String = "C1", endpoint: String = "slack", user: String = "ann",
    state: String? = "state", text: String = "an answer", replies: Int = 1, at now: Date = .start,
    life: TimeInterval = 86_400
  ) throws -> InboundMessage {
    let reply = NewReply(
      lane: lane, endpoint: endpoint, destination: Data("to \(lane)".utf8), payload: Data(text.utf8), askedAt: now,
      expiresAt: now + life)
    return InboundMessage(
      platform: platform, id: id, user: try .sample(user), conversation: try .sample("\(platform) \(lane) \(user)"),
      state: state.map { Data($0.utf8) }, replies: Array(repeating: reply, count: replies))
  }
}

extension ClaimRequest {
  static func at(
    _ now: Date, limit: Int = 100, lease: Duration = .seconds(30), perEndpoint: Int = 100,
    endpoints: [String: Int] = [:], excluding: Set<Int64> = []
  ) -> ClaimRequest {
    ClaimRequest(
      now: now, lease: lease, limit: limit, limitPerEndpoint: perEndpoint, endpoints: endpoints,
      excludedLanes: excluding)
  }
}

extension LeasedReply {
  /// A reply for tests of decisions, which need no store.
  static func sample(
    attempts: Int = 0, unsettled: Int = 0, askedAt: Date = .start, expiresAt: Date = .after(86_400)
  ) throws -> LeasedReply {
    LeasedReply(
      claim: Claim(reply: ReplyID(1), fence: 1), platform: "slack", lane: "C1", laneID: 1, endpoint: "slack",
      destination: Data(), payload: Data(), idempotencyKey: "key", user: try .sample("ann"),
      conversation: try .sample("c"), askedAt: askedAt, createdAt: askedAt, expiresAt: expiresAt, attempts: attempts,
      unsettled: unsettled)
  }
}
