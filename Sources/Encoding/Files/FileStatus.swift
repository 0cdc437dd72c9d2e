import Glibc

/// What the system says of a file without reading it.
struct FileStatus {
  /// Bytes.
  let size: Int
  /// Changes whenever the content may have changed. The change time is in it because, unlike the modification time,
  /// nobody can set it back.
  let fingerprint: String

  /// - Throws: `missing`, or `unreadable` for what is not a plain file.
  init(path: String) throws(EncoderError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw SystemCall.error(path) }
    try self.init(status, path)
  }

  /// The status of an open file; the path serves messages only.
  init(descriptor: Int32, path: String) throws(EncoderError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemCall.error(path) }
    try self.init(status, path)
  }

  private init(_ status: stat, _ path: String) throws(EncoderError) {
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(file: path, reason: "not a plain file") }
    size = Int(status.st_size)
    let (modified, changed) = (status.st_mtim, status.st_ctim)
    fingerprint =
      "\(status.st_dev):\(status.st_ino) \(modified.tv_sec).\(modified.tv_nsec) \(changed.tv_sec).\(changed.tv_nsec)"
  }
}
