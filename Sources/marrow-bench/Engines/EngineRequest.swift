internal import Foundation

/// What an engine's process is given: what to learn, and what to answer. Keys as `Peers/peers.py` describes them.
package struct EngineRequest: Codable, Sendable {
  /// Folder of the encoder's files.
  package var model: String
  /// Folder for what is computed once and needed again.
  package var cache: String
  /// Texts that answer, with their labels.
  package var documents: [LabelledMessage] = []
  /// Messages to learn from.
  package var training: [LabelledMessage] = []
  /// Messages answered after learning from `training` alone.
  package var calibration: [LabelledMessage] = []
  /// Whether these are learned from as well before the tests are answered.
  package var relearns: Bool
  /// Messages to answer.
  package var tests: [String]
  /// Whether they are answered one by one against the clock, or all at once.
  package var isTimed = true

  package init(model: String, cache: String, relearns: Bool, tests: [String]) {
    self.model = model
    self.cache = cache
    self.relearns = relearns
    self.tests = tests
  }
}
