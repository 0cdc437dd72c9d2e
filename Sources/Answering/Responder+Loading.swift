internal import Foundation
public import Knowledge
public import Matching

extension Responder {
  /// A responder for a knowledge folder, ready to answer: from the cache, or compiled anew.
  ///
  /// - Parameters:
  ///   - folder: the knowledge folder.
  ///   - cache: where compiled knowledge is kept.
  ///   - anew: compiles even where the cache holds this knowledge.
  ///   - region: id of the region whose contacts are printed; nil prints those of several.
  ///   - progress: told of the steps of a compilation.
  /// - Throws: ``KnowledgeRefused`` where the folder cannot be used; the cache is left as it was.
  public static func load(
    _ folder: KnowledgeFolder, cache: CompiledCache, anew: Bool = false, region: String? = nil,
    progress: @escaping KnowledgeCompiler.Progress = { _, _ in }
  ) throws(KnowledgeRefused) -> Responder {
    let compiled = try cache.compiled(folder, anew: anew, attachments: SafetyLayer.attachments, progress: progress)
    let (matcher, stored) = Concurrently.run(
      { Matcher(compiled) }, { SafetyLayer(attachments: compiled.attachments, region: region) })
    if let stored { return Responder(matcher, safety: stored) }
    return Responder(matcher, safety: try SafetyLayer.load(folder, region: region))
  }
}

extension SafetyLayer {
  /// The layer's data as it is kept beside compiled knowledge.
  static func attachments(_ folder: KnowledgeFolder) throws(KnowledgeRefused) -> [String: [UInt8]] {
    let (rules, wording) = try read(folder)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let rules = try? encoder.encode(rules), let wording = try? encoder.encode(wording) else { return [:] }
    return ["safety.rules": Array(rules), "safety.wording": Array(wording)]
  }

  /// The layer from what was kept; nil where it is not there or cannot be read.
  init?(attachments: [String: [UInt8]], region: String?) {
    let decoder = JSONDecoder()
    guard let rules = attachments["safety.rules"], let wording = attachments["safety.wording"],
      let decodedRules = try? decoder.decode(SafetyRules.self, from: Data(rules)),
      let decodedWording = try? decoder.decode(SafetyWording.self, from: Data(wording))
    else { return nil }
    self.init(triage: Triage(rules: decodedRules), wording: decodedWording, region: region)
  }
}
