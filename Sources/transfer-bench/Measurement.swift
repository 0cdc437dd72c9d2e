import Foundation

/// What a round took, of the whole process but for the server.
struct Measurement {
  var requestsPerSecond: Double
  var cpuMicroseconds: Double

  static func of(_ requests: Int, _ work: () throws -> Void) rethrows -> Measurement {
    let start = ContinuousClock.now
    let before = cpuSeconds()
    try work()
    let cpu = cpuSeconds() - before
    let wall = (ContinuousClock.now - start) / .seconds(1)
    return Measurement(requestsPerSecond: Double(requests) / wall, cpuMicroseconds: cpu * 1e6 / Double(requests))
  }

  private static func cpuSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }
}
