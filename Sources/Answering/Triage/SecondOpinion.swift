internal import Matching

/// Raises what the rules found where examples of danger say more: never lowers, never removes.
enum SecondOpinion {
  /// The rule's name in findings.
  static let rule = "sounds-like-examples"

  /// From this probability of any danger on, with rules that found nothing.
  private static let bar = 0.78
  /// From this probability on over what the rules found.
  private static let raisingBar = 0.9
  /// The class must stand out among the classes by this share.
  private static let share = 0.5

  /// What the rules found, raised by what the message sounds like.
  static func raise(_ found: TriageResult, by estimate: DangerEstimate?) -> TriageResult {
    guard let estimate, let sensed = SafetyClass(rawValue: estimate.label), estimate.share >= share,
      estimate.probability >= (found.main == nil ? bar : raisingBar), !found.classes.contains(sensed),
      found.main.map({ $0 < sensed }) ?? true
    else { return found }
    let finding = Finding(safetyClass: sensed, rule: rule, situation: nil, spans: [])
    return TriageResult(
      classes: (found.classes + [sensed]).sorted(by: >), findings: [finding] + found.findings, flags: found.flags)
  }
}
