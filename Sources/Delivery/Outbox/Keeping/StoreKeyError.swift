/// Why a key file cannot be used. Says what to do; holds nothing of the key.
package enum StoreKeyError: Error, Equatable, Sendable {
  /// Others than the owner may read or write the file.
  case readableByOthers(path: String, mode: UInt32)
  /// The key must be ``StoreKey/length`` bytes.
  case wrongLength(found: Int)
  /// The system refused to read or make the file; `code` is the errno.
  case system(path: String, action: String, code: Int32)
}

extension StoreKeyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .readableByOthers(let path, let mode):
      "key file \(path) has mode \(String(mode, radix: 8)), so others can use it: run chmod 600 \(path)"
    case .wrongLength(let found):
      "the key file must hold \(StoreKey.length) bytes, it holds \(found): restore it from a backup, "
        + "or move key and store away to begin anew"
    case .system(let path, let action, let code):
      "cannot \(action) key file \(path): \(systemMessage(code))"
    }
  }
}
