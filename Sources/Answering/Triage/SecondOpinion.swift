internal import Matching

/// Raises a class where the rules found none and the message sounds much like the examples of one: never lowers, never removes.
enum SecondOpinion {
  /// The rule's name in findings.
  static let rule = "sounds-like-examples"

  /// From this probability of any danger on.
  private static let bar = 0.68
  /// The same for a message of few words, most of which say nothing to the model: the rest then says too much.
  private static let briefBar = 0.9
  /// Words of a brief message at most.
  private static let brief = 6
  /// The class must stand out among the classes by this share.
  private static let share = 0.5

  /// What the rules found, raised by what the message sounds like.
  /// - Parameter estimate: made only where the rules found nothing.
  static func raise(_ found: TriageResult, by estimate: @autoclosure () -> DangerEstimate?) -> TriageResult {
    guard found.main == nil, let estimate = estimate(), let sensed = SafetyClass(rawValue: estimate.label),
      estimate.share >= share, estimate.probability >= (estimate.words <= brief ? briefBar : bar)
    else { return found }
    let finding = Finding(safetyClass: sensed, rule: rule, situation: nil, spans: [])
    return TriageResult(classes: [sensed], findings: [finding], flags: found.flags)
  }
}
