package import Foundation

/// The files of one kind in a cache folder: those used last are kept, the others go.
package struct CacheFiles: Sendable {
  private let folder: URL
  private let prefix: String
  private let kept: Int

  /// The files in `folder` whose names begin with `prefix`, of which `kept` may stay.
  package init(in folder: URL, prefix: String, kept: Int) {
    self.folder = folder
    self.prefix = prefix
    self.kept = kept
  }

  /// Notes that a file is in use, so that it is not among the oldest however long ago it was made.
  package func use(_ file: URL) {
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file.path)
  }

  /// Removes all but the newest. Whatever goes wrong costs space only.
  package func removeOldest() {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey]
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: Array(keys))) ?? []
    let dated = files.filter { $0.lastPathComponent.hasPrefix(prefix) }
      .map { ($0, (try? $0.resourceValues(forKeys: keys))?.contentModificationDate ?? .distantPast) }
    for (file, _) in dated.sorted(by: { $0.1 > $1.1 }).dropFirst(kept) {
      try? FileManager.default.removeItem(at: file)
    }
  }
}
