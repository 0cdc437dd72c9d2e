import Daemon

extension Home {
  /// Where the daemon's knowledge comes from.
  /// - Throws: `UsageFailure` where the encoder is demanded and cannot be used.
  func knowledgeSource(_ settings: Settings) throws -> KnowledgeSource {
    let region = settings.answering.region
    return KnowledgeSource(
      folder: knowledgeFolder(), cache: cache(), region: region.isEmpty ? nil : region, encoder: try encoder())
  }
}
