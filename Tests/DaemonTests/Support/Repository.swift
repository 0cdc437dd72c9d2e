import Foundation

/// The repository that the tests stand in.
enum Repository {
  /// Its folder.
  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
