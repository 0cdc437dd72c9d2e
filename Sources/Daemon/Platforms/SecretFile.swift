import Foundation

/// Reads secrets from files that nobody but their owner may read.
enum SecretFile {
  /// Longest secret, in bytes.
  static let limit = 64 * 1024

  /// The secret in a file, without the line end at its end.
  /// - Throws: ``SettingFault`` where the file is missing, too large, or others may read it; says what to do.
  static func read(_ path: String) throws(SettingFault) -> String {
    let attributes: [FileAttributeKey: Any]
    do { attributes = try FileManager.default.attributesOfItem(atPath: path) } catch {
      throw SettingFault(expected: "its file \(path) cannot be found")
    }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
    guard mode & 0o077 == 0 else {
      throw SettingFault(expected: "its file \(path) can be read by others; run chmod 600 \(path)")
    }
    guard let size = (attributes[.size] as? NSNumber)?.intValue, size <= limit,
      let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
    else { throw SettingFault(expected: "its file \(path) cannot be read, or holds no text of at most \(limit) bytes") }
    let secret = text.trimmingCharacters(in: .newlines)
    guard !secret.isEmpty else { throw SettingFault(expected: "its file \(path) is empty") }
    return secret
  }
}
