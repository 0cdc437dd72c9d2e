import Glibc

/// Turns `errno` into the encoder's errors.
enum SystemCall {
  /// The error of the call that has just failed on this file.
  static func error(_ path: String) -> EncoderError {
    let code = errno
    if code == ENOENT || code == ENOTDIR { return .missing(file: path) }
    return .unreadable(file: path, reason: String(cString: strerror(code)))
  }
}
