import Foundation

/// What each contender does in each round.
struct Workload: Sendable {
  var requests: Int
  var rounds: Int
  var inFlight: Int
  /// About the size of a reply.
  var body = Data((#"{"text":""# + String(repeating: "x", count: 588) + #""}"#).utf8)
}
