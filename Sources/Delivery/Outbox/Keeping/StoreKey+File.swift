package import Foundation

extension StoreKey {
  /// The key in the file at `url`; a file that is not there is made, random, for its owner alone (mode 0600).
  ///
  /// Of two processes that make it at once, both get the same key. The folder must exist.
  /// - Throws: ``StoreKeyError``; a file others may read is refused rather than repaired, since it may be known by now.
  package static func load(orCreateAt url: URL) throws(StoreKeyError) -> StoreKey {
    do {
      return try read(url.path)
    } catch .system(_, _, code: ENOENT) {
      try create(url.path)
      return try read(url.path)
    }
  }

  private static func read(_ path: String) throws(StoreKeyError) -> StoreKey {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw .system(path: path, action: "read", code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(path: path, action: "read", code: errno) }
    let mode = status.st_mode & 0o777
    guard mode & 0o077 == 0 else { throw .readableByOthers(path: path, mode: mode) }
    // One byte more than wanted, so that a file too long is noticed.
    var bytes = Data(count: length + 1)
    let count = bytes.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw .system(path: path, action: "read", code: errno) }
    return try StoreKey(bytes: bytes.prefix(count))
  }

  /// Writes a whole file under another name and then links it, so that nobody ever sees half a key, and an existing
  /// one is never replaced.
  private static func create(_ path: String) throws(StoreKeyError) {
    var random = SystemRandomNumberGenerator()
    let draft = "\(path).\(UInt64.random(in: .min ... .max, using: &random)).new"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system(path: path, action: "make", code: errno) }
    defer { unlink(draft) }
    let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    let written = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    let code = errno
    close(file)
    guard written else { throw .system(path: path, action: "write", code: code) }
    guard link(draft, path) == 0 || errno == EEXIST else { throw .system(path: path, action: "make", code: errno) }
    syncFolder(of: path)
  }

  /// Without this a power cut could lose the file's name, though not its bytes.
  private static func syncFolder(of path: String) {
    let folder = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}
