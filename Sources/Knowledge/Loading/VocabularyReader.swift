/// Reads the files of `vocabulary/`.
struct VocabularyReader {
  let texts: [String: String]
  let log: ProblemLog

  /// The whole vocabulary; a missing file counts as an empty one.
  func read() -> Vocabulary {
    let subjects = map("subjects")
    let vocabulary = Vocabulary(
      subjects: subjects?.maps("subjects").map(subject) ?? [], fieldWords: subjects?.texts("field") ?? [],
      aspects: list("aspects").map(aspect), facets: list("facets").map(facet), synonyms: synonyms(),
      spelling: spelling())
    subjects?.refuseUnknownKeys()
    return vocabulary
  }

  private func subject(_ map: YAMLMap) -> Subject {
    defer { map.refuseUnknownKeys() }
    return Subject(
      id: map.text("id"), title: map.text("title"), names: map.texts("names"), ambiguousNames: map.texts("ambiguous"),
      isOther: map.optionalFlag("other") ?? false, gap: map.optionalText("gap"))
  }

  private func aspect(_ map: YAMLMap) -> Aspect {
    defer { map.refuseUnknownKeys() }
    return Aspect(id: map.text("id"), title: map.text("title"), standIns: map.dictionary("stand_ins"))
  }

  private func facet(_ map: YAMLMap) -> Facet {
    defer { map.refuseUnknownKeys() }
    return Facet(
      id: map.text("id"), cues: map.texts("cues"), covered: map.texts("covered"), gap: map.optionalText("gap"))
  }

  private func synonyms() -> [SynonymGroup] {
    guard let map = map("synonyms") else { return [] }
    return map.keys.map { SynonymGroup(id: $0, words: map.texts($0)) }
  }

  private func spelling() -> Spelling {
    guard let map = map("spelling") else { return Spelling(repairs: [:], protected: [], common: []) }
    defer { map.refuseUnknownKeys() }
    let common = map.optionalText("common") ?? ""
    return Spelling(
      repairs: map.dictionary("repairs"), protected: map.texts("protected"),
      common: common.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private func map(_ name: String) -> YAMLMap? {
    let file = "vocabulary/\(name).yaml"
    return texts[file].flatMap { YAMLMap.parse($0, file: file, log: log) }
  }

  private func list(_ name: String) -> [YAMLMap] {
    let file = "vocabulary/\(name).yaml"
    return texts[file].map { YAMLMap.parseList($0, file: file, log: log) } ?? []
  }
}
