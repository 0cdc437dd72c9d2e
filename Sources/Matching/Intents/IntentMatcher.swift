package import Encoding
package import Foundation
internal import Knowledge

/// The engine over an ``IntentSet``: the same reading, classifiers, neighbours and weighing as over a knowledge folder.
package struct IntentMatcher: Sendable {
  /// What a message comes to.
  package struct Reply: Sendable, Equatable {
    /// The likeliest intent; nil where the set has none.
    package let intent: String?
    /// Its probability.
    package let probability: Double
    /// Probability that the message belongs to none.
    package let declining: Double
  }

  private let matcher: Matcher

  /// Learns a set: minutes where it has many thousand messages that were never encoded before.
  ///
  /// - Parameters:
  ///   - encoder: weighs meaning beside words; nil for words alone.
  ///   - cache: folder for directions that a later run needs again. Keep one a set: what a set does not use is forgotten.
  ///   - relearns: whether the calibration messages are learned from as well, once they have served.
  package init(
    _ set: IntentSet, encoder: SentenceEncoder?, cache: URL, relearns: Bool,
    progress: @escaping KnowledgeCompiler.Progress = { _, _ in }
  ) {
    let store = encoder.map { EncodedTextStore(folder: cache, identity: $0.identity, dimensions: $0.dimensions) }
    let compiler = KnowledgeCompiler(
      set.loaded, encoder: encoder, store: store, relearns: relearns, progress: progress)
    matcher = Matcher(compiler.compile(), encoder: encoder)
  }

  /// What a message comes to, nothing being decided yet: the caller draws the line. A message is read whole, however long.
  package func reply(to message: String) -> Reply {
    let weighed = matcher.weigh(matcher.analyzer.analyze(message), focus: nil).weighed
    let best = weighed.filter { $0.section != nil }.max { $0.probability < $1.probability }
    let section = best?.section.map { matcher.knowledge.sections[$0].id }
    return Reply(
      intent: section.map(IntentSet.intent), probability: Double(best?.probability ?? 0),
      declining: Double(weighed.first { $0.section == nil }?.probability ?? 0))
  }
}
