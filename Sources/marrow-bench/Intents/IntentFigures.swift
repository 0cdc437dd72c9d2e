/// What an engine came to on a public intent set.
package struct IntentFigures: Codable, Sendable, Equatable {
  /// Accuracies in scope at which the recall out of scope is compared.
  package static let accuracies = [0.90, 0.91, 0.92, 0.93, 0.94, 0.95]
  /// Accuracy on the validation messages by which one of the thresholds is chosen.
  package static let aim = 0.95

  package let set: String
  package let engine: Engine
  /// Share of the test messages in scope whose best intent is right, nothing being declined.
  package let accuracy: Double
  /// On the test, with the threshold that does best on the validation messages by the mean of accuracy and recall; nil where
  /// nothing is out of scope.
  package let balanced: OperatingCurve.Point?
  /// The same with the highest threshold that keeps accuracy on the validation messages at ``aim``; nil also where none does.
  package let aimed: OperatingCurve.Point?
  /// Recall out of scope at each of ``accuracies``, on the test; nil where accuracy does not reach it.
  package let recalls: [Double?]

  /// The figures of an engine's replies.
  package init(engine: Engine, data: IntentData, replies: IntentReplies) {
    let validation = Self.curve(data.validation, replies.validation)
    let test = Self.curve(data.tests, replies.tests)
    let hasOutside = data.tests.contains { $0.label == nil }
    set = data.name
    self.engine = engine
    accuracy = test.point(at: -.infinity).accuracy
    balanced = hasOutside ? test.point(at: validation.balanced.threshold) : nil
    aimed = hasOutside ? validation.point(atAccuracy: Self.aim).map { test.point(at: $0.threshold) } : nil
    recalls = hasOutside ? Self.accuracies.map { test.point(atAccuracy: $0)?.recall } : []
  }

  private static func curve(_ messages: [LabelledMessage], _ replies: [EngineReply]) -> OperatingCurve {
    let pairs = zip(messages, replies)
    return OperatingCurve(
      inside: pairs.filter { $0.0.label != nil }.map { ScoredReply(score: $1.score, isRight: $1.label == $0.label) },
      outside: pairs.filter { $0.0.label == nil }.map(\.1.score))
  }
}
