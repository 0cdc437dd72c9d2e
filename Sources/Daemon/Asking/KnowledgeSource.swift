package import Answering
package import Encoding
import Foundation
package import Knowledge
package import Matching

/// Loads responders from a knowledge folder.
package struct KnowledgeSource: Sendable {
  /// The knowledge folder.
  package let folder: KnowledgeFolder
  /// Where compiled knowledge is kept.
  package let cache: CompiledCache
  /// Region whose contacts are printed; nil prints those of several.
  package let region: String?
  /// Weighs meaning beside words; nil for words alone.
  package let encoder: SentenceEncoder?

  /// A source.
  package init(folder: KnowledgeFolder, cache: CompiledCache, region: String?, encoder: SentenceEncoder? = nil) {
    self.folder = folder
    self.cache = cache
    self.region = region
    self.encoder = encoder
  }

  /// A responder of the folder as it is now. Takes seconds where the cache does not hold it.
  /// - Throws: `KnowledgeRefused` where the folder cannot be used.
  package func load() throws(KnowledgeRefused) -> Responder {
    try Responder.load(folder, cache: cache, encoder: encoder, region: region)
  }
}
