internal import Foundation
public import Knowledge

/// The safety rules and everything they say, loaded and compiled once.
public struct SafetyLayer: Sendable {
  /// The rules that ``triage`` was made of.
  let rules: SafetyRules
  /// Judges messages.
  public let triage: Triage
  /// Fixed replies, notices and contacts.
  public let wording: SafetyWording
  /// Id of the region whose contacts are printed; nil prints those of the US, the UK, the EU and a generic one.
  public let region: String?

  /// A layer of these rules and this wording.
  public init(rules: SafetyRules, wording: SafetyWording, region: String? = nil) {
    self.rules = rules
    triage = Triage(rules: rules)
    self.wording = wording
    self.region = region
  }

  /// The layer of a knowledge folder.
  /// - Throws: ``KnowledgeRefused`` where a rule, reply, notice or contact file cannot be used: a program without its safety
  ///   data must not answer at all.
  public static func load(_ folder: KnowledgeFolder, region: String? = nil) throws(KnowledgeRefused) -> SafetyLayer {
    let files = SafetyFolder(url: folder.url.appendingPathComponent("safety"))
    return SafetyLayer(rules: try files.rules(), wording: try files.wording(), region: region)
  }

  /// A notice with its contacts filled in; nil where there is none of that name.
  func notice(_ id: String) -> String? {
    wording.notice(id).map { wording.rendered($0.text, region: region) }
  }
}
