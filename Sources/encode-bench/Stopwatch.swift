import Glibc

/// Milliseconds since it was made: on the wall, and of this thread on a processor.
struct Stopwatch {
  private let wall = Self.read(CLOCK_MONOTONIC)
  private let thread = Self.read(CLOCK_THREAD_CPUTIME_ID)

  var elapsed: Double { Self.read(CLOCK_MONOTONIC) - wall }
  var processor: Double { Self.read(CLOCK_THREAD_CPUTIME_ID) - thread }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
