public import Encoding
public import Foundation
public import Knowledge

/// Keeps compiled knowledge in a folder, by the digest of what it was compiled from.
///
/// The cache only saves time: a folder that is full, unwritable or damaged costs a compilation and nothing else.
public struct CompiledCache: Sendable {
  /// The folder, `$XDG_CACHE_HOME/marrow` unless told otherwise.
  public let folder: URL
  /// Compiled files kept, those used last.
  static let kept = 6
  /// Changes whenever training or features change, so that older compiled files are not read.
  static let formatVersion = 20

  /// A cache in a folder; the folder is made when something is stored.
  public init(folder: URL) {
    self.folder = folder
  }

  /// The compiled knowledge of a folder, from the cache or made anew and stored.
  ///
  /// - Parameters:
  ///   - digest: the folder's digest, where the caller has it already.
  ///   - encoder: compiles for words and meaning; nil for words alone.
  ///   - anew: compiles even where the cache holds this knowledge.
  ///   - progress: told about each step of compiling; never called where the cache holds the knowledge.
  /// - Throws: ``KnowledgeRefused`` where the knowledge folder cannot be used; the cache is left as it was.
  public func compiled(
    _ folder: KnowledgeFolder, digest: String? = nil, encoder: SentenceEncoder? = nil, anew: Bool = false,
    progress: @escaping KnowledgeCompiler.Progress = { _, _ in }
  ) throws(KnowledgeRefused) -> CompiledKnowledge {
    let digest = if let digest { digest } else { try folder.digest() }
    if !anew, let found = stored(digest, encoder: encoder) { return found }
    let texts = encoder.map {
      EncodedTextStore(folder: self.folder, identity: $0.identity, dimensions: $0.dimensions)
    }
    let loaded = try KnowledgeLoader(folder).load()
    let compiled = KnowledgeCompiler(loaded, encoder: encoder, store: texts, progress: progress).compile()
    store(compiled, encoder: encoder)
    return compiled
  }

  private func stored(_ digest: String, encoder: SentenceEncoder?) -> CompiledKnowledge? {
    let file = file(of: digest, encoder: encoder)
    guard let archive = try? Archive(mapping: file), let compiled = try? CompiledKnowledge(archive),
      compiled.knowledge.digest == digest
    else { return nil }
    files.use(file)
    return compiled
  }

  /// Writes by atomic rename; whatever goes wrong costs speed only.
  private func store(_ compiled: CompiledKnowledge, encoder: SentenceEncoder?) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try compiled.archived().write(to: file(of: compiled.knowledge.digest, encoder: encoder), options: .atomic)
      files.removeOldest()
    } catch {
      // The next start compiles again.
    }
  }

  private var files: CacheFiles { CacheFiles(in: folder, prefix: "knowledge-", kept: Self.kept) }

  /// Where knowledge with this digest is stored, or would be: one file for words alone, one for each encoder.
  public func file(of digest: String, encoder: SentenceEncoder? = nil) -> URL {
    let short = digest.split(separator: ":").last?.prefix(32) ?? "none"
    return folder.appendingPathComponent("knowledge-\(Self.formatVersion)-\(short)\(suffix(encoder)).bin")
  }

  private func suffix(_ encoder: SentenceEncoder?) -> String {
    guard let encoder else { return "" }
    var hash = FeatureHash(kind: "e")
    hash.combine(encoder.identity)
    return "-" + String(hash.value, radix: 16)
  }
}
