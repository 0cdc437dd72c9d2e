import Daemon

extension Home {
  /// Where the daemon's knowledge comes from.
  func knowledgeSource(_ settings: Settings) -> KnowledgeSource {
    let region = settings.answering.region
    return KnowledgeSource(folder: knowledgeFolder(), cache: cache(), region: region.isEmpty ? nil : region)
  }
}
