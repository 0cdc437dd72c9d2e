import Foundation

/// A process started with no signal blocked: threads that run tests block some, and a child would inherit that and never hear
/// that it is to stop.
struct Spawned: Sendable {
  /// It could not be started.
  struct Failure: Error {
    /// The system's error number.
    let number: Int32
  }

  /// `POSIX_SPAWN_SETSIGMASK` of glibc, which Swift does not import.
  private static let setMask: Int16 = 0x08

  /// Its id.
  let process: pid_t

  /// Starts a program in a folder, with its output and errors going to these descriptors.
  init(
    _ path: String, _ arguments: [String], environment: [String: String], folder: URL? = nil, output: Int32,
    errors: Int32
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder.path) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.setMask)
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var process = pid_t()
    let result = posix_spawn(&process, path, &actions, &attributes, words, settings)
    guard result == 0 else { throw Failure(number: result) }
    self.process = process
  }

  /// Sends it a signal.
  func signal(_ number: Int32) { kill(process, number) }

  /// Its exit code once it has ended, or 128 and the number of the signal that ended it. To be called once.
  func ended() async -> Int32 {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        continuation.resume(returning: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
      }
    }
  }
}
