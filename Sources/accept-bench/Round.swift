/// What a contender did in a round.
struct Round {
  let requestsPerSecond: Double
  let cpuMicroseconds: Double

  /// Sends a load to a server and weighs what it used. Only what got a 2xx counts as done; what refusals cost is borne by it.
  static func of(_ load: Load, to server: Served) throws -> (round: Round, result: LoadResult) {
    let before = server.cpuSeconds
    let result = try load.run()
    let cpu = server.cpuSeconds - before
    let answered = Double(max(1, result.accepted.count))
    return (Round(requestsPerSecond: answered / result.seconds, cpuMicroseconds: cpu * 1e6 / answered), result)
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return 0 }
    return sorted.count.isMultiple(of: 2) ? (upper + sorted[sorted.count / 2 - 1]) / 2 : upper
  }
}
