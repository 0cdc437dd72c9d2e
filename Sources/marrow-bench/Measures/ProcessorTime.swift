internal import Glibc

/// Time of this thread on a processor: what can be compared on a busy machine.
enum ProcessorTime {
  /// Milliseconds since the thread began.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
