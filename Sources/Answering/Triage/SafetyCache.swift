internal import Foundation
internal import Knowledge

/// Keeps checked safety data beside compiled knowledge, so that a start reads no YAML. It only saves time: whatever goes wrong
/// with a file costs one reading of the knowledge folder.
struct SafetyCache {
  /// The folder of compiled knowledge.
  let folder: URL

  /// Files kept, the newest first.
  private static let kept = 4
  /// Changes whenever the stored form does.
  private static let formatVersion = 2
  private static let prefix = "safety-"

  private struct Stored: Codable {
    let digest: String
    let rules: SafetyRules
    let wording: SafetyWording
  }

  /// The safety layer of a knowledge folder, from the cache or from its files.
  /// - Throws: ``KnowledgeRefused`` where the files cannot be used.
  func layer(of knowledge: KnowledgeFolder, region: String?) throws(KnowledgeRefused) -> SafetyLayer {
    let digest = try knowledge.digest()
    guard let data = try? Data(contentsOf: file(digest)),
      let stored = try? JSONDecoder().decode(Stored.self, from: data),
      stored.digest == digest
    else { return try SafetyLayer.load(knowledge, region: region) }
    return SafetyLayer(rules: stored.rules, wording: stored.wording, region: region)
  }

  /// Stores a layer where it is not stored yet, by atomic rename.
  func store(_ layer: SafetyLayer, digest: String) {
    let file = file(digest)
    if FileManager.default.fileExists(atPath: file.path) { return }
    let stored = Stored(digest: digest, rules: layer.rules, wording: layer.wording)
    guard let data = try? JSONEncoder().encode(stored), (try? data.write(to: file, options: .atomic)) != nil else {
      return
    }
    removeOldest()
  }

  private func removeOldest() {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey]
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: Array(keys))) ?? []
    let dated = files.filter { $0.lastPathComponent.hasPrefix(Self.prefix) }
      .map { ($0, (try? $0.resourceValues(forKeys: keys))?.contentModificationDate ?? .distantPast) }
    for (file, _) in dated.sorted(by: { $0.1 > $1.1 }).dropFirst(Self.kept) {
      try? FileManager.default.removeItem(at: file)
    }
  }

  private func file(_ digest: String) -> URL {
    let short = digest.split(separator: ":").last?.prefix(32) ?? "none"
    return folder.appendingPathComponent("\(Self.prefix)\(Self.formatVersion)-\(short).json")
  }
}
