import Foundation

/// A process that a test started.
struct Child {
  /// A process could not be started.
  struct Failure: Error {
    /// The system's error number.
    let number: Int32
  }

  /// `POSIX_SPAWN_SETSID` of glibc, which Swift does not import.
  private static let newSession: Int16 = 0x80
  /// `POSIX_SPAWN_SETSIGMASK`: the threads that run tests block signals, and a child would inherit that.
  private static let setMask: Int16 = 0x08

  /// Its id.
  let process: pid_t

  /// Starts the program with its standard streams put in place by `actions`.
  /// - Parameter ownsSession: starts it in a session of its own, so that the first terminal it opens controls it.
  /// - Throws: ``Failure``.
  static func start(
    _ arguments: [String], environment: [String: String], ownsSession: Bool = false,
    actions configure: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> Child {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    configure(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, setMask | (ownsSession ? newSession : 0))
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    let words = ([Product.binary] + arguments).map { strdup($0) } + [nil]
    let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var process = pid_t()
    let result = posix_spawn(&process, Product.binary, &actions, &attributes, words, settings)
    guard result == 0 else { throw Failure(number: result) }
    return Child(process: process)
  }

  /// Waits for its end: its exit code, or 128 and the number of the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
