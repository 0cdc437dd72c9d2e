internal import Foundation
public import Knowledge

/// The safety rules and everything they say, loaded and compiled once.
public struct SafetyLayer: Sendable {
  /// Judges messages.
  public let triage: Triage
  /// Fixed replies, notices and contacts.
  public let wording: SafetyWording
  /// Id of the region whose contacts are printed; nil prints those of the US, the UK, the EU and a generic one.
  public let region: String?

  /// A layer of these parts.
  public init(triage: Triage, wording: SafetyWording, region: String? = nil) {
    self.triage = triage
    self.wording = wording
    self.region = region
  }

  /// The layer of a knowledge folder.
  /// - Throws: ``KnowledgeRefused`` where a rule, reply, notice or contact file cannot be used: a program without its safety
  ///   data must not answer at all.
  public static func load(_ folder: KnowledgeFolder, region: String? = nil) throws(KnowledgeRefused) -> SafetyLayer {
    let (rules, wording) = try read(folder)
    return SafetyLayer(triage: Triage(rules: rules), wording: wording, region: region)
  }

  /// The rules and the wording as their files state them.
  static func read(_ folder: KnowledgeFolder) throws(KnowledgeRefused) -> (rules: SafetyRules, wording: SafetyWording) {
    let files = SafetyFolder(url: folder.url.appendingPathComponent("safety"))
    return (try files.rules(), try files.wording())
  }

  /// A notice with its contacts filled in; nil where there is none of that name.
  func notice(_ id: String) -> String? {
    wording.notice(id).map { wording.rendered($0.text, region: region) }
  }
}
