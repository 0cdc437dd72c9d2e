/// What came back to a load.
struct LoadResult {
  /// Seconds from the first request to the last response.
  var seconds = 0.0
  /// Responses by status.
  var statuses: [Int: Int] = [:]
  /// Seconds until each 2xx, from when its request was due.
  var acknowledged: [Double] = []
  /// Numbers of the requests that got a 2xx.
  var accepted: [Int] = []
  /// Refusals that did not say when to come again.
  var withoutRetryAfter = 0
  /// Requests whose connection ended before a response.
  var broken = 0

  /// The latency that a share of the 2xx did not pass, in milliseconds.
  func milliseconds(at share: Double) -> Double {
    let sorted = acknowledged.sorted()
    guard let last = sorted.indices.last else { return 0 }
    return sorted[min(last, Int(Double(sorted.count) * share))] * 1000
  }

  /// `200: 9000, 503: 1000`.
  var summary: String {
    let parts = statuses.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return (parts + (broken > 0 ? ["broken: \(broken)"] : [])).joined(separator: ", ")
  }
}
