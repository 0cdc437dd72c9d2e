import Delivery

/// Says what it sends; one attempt in four fails.
struct SayingSender: ReplySender {
  func send(_ reply: LeasedReply) async -> SendOutcome {
    let fails = Int.random(in: 0..<4) == 0
    say("\(fails ? "failed" : "delivered") \(Probe.id(reply)) \(reply.idempotencyKey)")
    return fails ? .retry(after: nil, reason: "500") : .delivered(receipt: nil)
  }
}
