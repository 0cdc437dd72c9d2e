import Foundation
import Synchronization

/// Holds a store for one process: an advisory lock on a file beside the database, let go by the system when the process
/// ends in whatever way.
///
/// Not a lock on the database itself, so that it can still be read from outside.
final class StoreLock: Sendable {
  private let file: Mutex<CInt?>

  /// - Throws: ``StoreFailure/inUse(path:)`` when another holds it, ``StoreFailure/cannotOpen(path:why:)``.
  init(for database: URL) throws(StoreFailure) {
    let path = database.path + ".lock"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .cannotOpen(path: path, why: systemMessage(errno)) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(file)
      if code == EWOULDBLOCK { throw .inUse(path: database.path) }
      throw .cannotOpen(path: path, why: systemMessage(code))
    }
    self.file = Mutex(file)
  }

  /// Lets the next one in; more than once does no harm.
  func release() {
    file.withLock { file in
      if let open = file {
        // Closing alone would leave the lock with a child process that was forked and has not closed its copy yet.
        flock(open, LOCK_UN)
        close(open)
      }
      file = nil
    }
  }

  deinit { release() }
}
