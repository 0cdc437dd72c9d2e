package import Answering
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

  /// A source.
  package init(folder: KnowledgeFolder, cache: CompiledCache, region: String?) {
    self.folder = folder
    self.cache = cache
    self.region = region
  }

  /// A responder of the folder as it is now. Takes seconds where the cache does not hold it.
  /// - Throws: `KnowledgeRefused` where the folder cannot be used.
  package func load() throws(KnowledgeRefused) -> Responder {
    try Responder.load(folder, cache: cache, region: region)
  }
}
