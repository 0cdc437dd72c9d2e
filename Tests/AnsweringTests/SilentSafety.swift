import Answering

extension SafetyLayer {
  /// A layer without rules: for tests of what comes after triage.
  static var silent: SafetyLayer {
    let contacts = ContactTable(checked: "2026-11-22", sources: ["test"], regions: [], unknown: [:])
    let wording = SafetyWording(policies: [], replies: [], notices: [], contacts: contacts)
    return SafetyLayer(rules: SafetyRules(cues: [], rules: []), wording: wording)
  }
}
