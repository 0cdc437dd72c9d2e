internal import Knowledge

/// Reads `sources.yaml`.
struct SourceFileReader {
  let log: ProblemLog

  /// The sources, in file order; none may stand twice.
  func sources(_ root: YAMLMap) -> [SafetySource] {
    defer { root.refuseUnknownKeys() }
    _ = root.optionalText("about")
    var seen: Set<String> = []
    return root.maps("sources").map { map in
      defer { map.refuseUnknownKeys() }
      let id = map.text("id")
      if !seen.insert(id).inserted { log.report(map.place, key: "id", "the source \"\(id)\" stands twice") }
      return SafetySource(
        id: id, organisation: map.text("organisation"), title: map.text("title"), place: map.text("at"))
    }
  }
}
