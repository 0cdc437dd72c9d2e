import Foundation

/// The file that keeps the lines of a chat between runs, readable by its owner alone.
struct HistoryFile {
  /// Where it is.
  let path: String

  /// Opens the file, or makes it, with mode 0600.
  /// - Throws: `UsageFailure` where it cannot be made, is no ordinary file or cannot be made private.
  init(path: String) throws {
    self.path = path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    guard Self.isOrdinary(path) else { throw Self.failure(path, "it is not an ordinary file") }
    guard fchmod(descriptor, 0o600) == 0 else { throw Self.failure(path, String(cString: strerror(errno))) }
  }

  private static func isOrdinary(_ path: String) -> Bool {
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return (try? FileManager.default.attributesOfItem(atPath: file))?[.type] as? FileAttributeType == .typeRegular
  }

  private static func failure(_ path: String, _ cause: String) -> UsageFailure {
    UsageFailure(message: "the history file \(path) cannot be used: \(cause); give another one with --history")
  }
}
