import Foundation

/// A folder of a test's own, removed with the value.
final class TemporaryFolder {
  /// The folder.
  let url: URL

  /// Makes it.
  /// - Throws: where it cannot be made.
  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("marrow-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Path of a file in it.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
