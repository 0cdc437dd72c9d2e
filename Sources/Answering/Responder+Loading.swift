public import Encoding
public import Foundation
public import Knowledge
public import Matching

extension Responder {
  /// A responder for a knowledge folder, ready to answer: from the cache, or compiled anew.
  ///
  /// - Parameters:
  ///   - folder: the knowledge folder.
  ///   - cache: where compiled knowledge is kept.
  ///   - encoder: weighs meaning beside words; nil for words alone.
  ///   - anew: compiles even where the cache holds this knowledge.
  ///   - region: id of the region whose contacts are printed; nil prints those of several.
  ///   - idleLimit: seconds without a question after which a conversation's state means nothing.
  ///   - progress: told of the steps of a compilation.
  /// - Throws: ``KnowledgeRefused`` where the folder cannot be used; the cache is left as it was.
  public static func load(
    _ folder: KnowledgeFolder, cache: CompiledCache, encoder: SentenceEncoder? = nil, anew: Bool = false,
    region: String? = nil, idleLimit: TimeInterval = ConversationState.defaultIdleLimit,
    progress: @escaping KnowledgeCompiler.Progress = { _, _ in }
  ) throws(KnowledgeRefused) -> Responder {
    let safety = SafetyCache(folder: cache.folder)
    let digest = try folder.digest()
    let (compiled, layer) = Concurrently.run(
      { () -> Result<Matcher, KnowledgeRefused> in
        Result { () throws(KnowledgeRefused) in
          let compiled = try cache.compiled(
            folder, digest: digest, encoder: encoder, anew: anew, progress: progress)
          return Matcher(compiled, encoder: encoder)
        }
      },
      { () -> Result<SafetyLayer, KnowledgeRefused> in
        Result { () throws(KnowledgeRefused) in try safety.layer(of: folder, digest: digest, region: region) }
      })
    let responder = Responder(try compiled.get(), safety: try layer.get(), idleLimit: idleLimit)
    safety.store(responder.safety, digest: responder.knowledge.digest)
    return responder
  }
}
