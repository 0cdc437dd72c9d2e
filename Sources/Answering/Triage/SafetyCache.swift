internal import Foundation
internal import Knowledge
internal import Matching

/// Keeps checked safety data beside compiled knowledge, so that a start reads no YAML. It only saves time: whatever goes wrong
/// with a file costs one reading of the knowledge folder.
struct SafetyCache {
  /// The folder of compiled knowledge.
  let folder: URL

  /// Files kept, those used last.
  private static let kept = 4
  /// Changes whenever the stored form does.
  private static let formatVersion = 2
  private static let prefix = "safety-"

  private struct Stored: Codable {
    let digest: String
    let rules: SafetyRules
    let wording: SafetyWording
  }

  /// The safety layer of the knowledge folder with this digest, from the cache or from its files.
  /// - Throws: ``KnowledgeRefused`` where the files cannot be used.
  func layer(
    of knowledge: KnowledgeFolder, digest: String, region: String?
  ) throws(KnowledgeRefused) -> SafetyLayer {
    guard let data = try? Data(contentsOf: file(digest)),
      let stored = try? JSONDecoder().decode(Stored.self, from: data),
      stored.digest == digest
    else { return try SafetyLayer.load(knowledge, region: region) }
    files.use(file(digest))
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
    files.removeOldest()
  }

  private var files: CacheFiles { CacheFiles(in: folder, prefix: Self.prefix, kept: Self.kept) }

  private func file(_ digest: String) -> URL {
    let short = digest.split(separator: ":").last?.prefix(32) ?? "none"
    return folder.appendingPathComponent("\(Self.prefix)\(Self.formatVersion)-\(short).json")
  }
}
