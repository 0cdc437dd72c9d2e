internal import Knowledge

/// Reads `classes.yaml`, `replies.yaml`, `notices.yaml` and `contacts.yaml`.
struct WordingFileReader {
  private let log: ProblemLog
  private let knownSources: Set<String>
  /// Where each class, reply and notice stands.
  private(set) var places: [String: SourcePlace] = [:]

  init(log: ProblemLog, knownSources: Set<String>) {
    self.log = log
    self.knownSources = knownSources
  }

  /// Reads the policies of the classes.
  mutating func policies(_ root: YAMLMap) -> [SafetyClassPolicy] {
    items("classes", of: root).compactMap { policy($0) }
  }

  private mutating func policy(_ map: YAMLMap) -> SafetyClassPolicy? {
    defer { map.refuseUnknownKeys() }
    let safetyClass: SafetyClass? = map.choice("id", log: log)
    let takesOver = map.optionalFlag("takeover")
    if takesOver == nil { log.report(map.place, key: "takeover", "is missing; expected true or false") }
    let policy = SafetyClassPolicy(
      safetyClass: safetyClass ?? .emergency, about: map.text("about"), takesOver: takesOver ?? true,
      reply: map.optionalText("reply"), situations: map.dictionary("situations"), notice: map.optionalText("notice"),
      inform: inform(map.map("inform")), sources: map.sources(known: knownSources, log: log))
    guard let safetyClass else { return nil }
    places[safetyClass.rawValue] = map.place
    return policy
  }

  private func inform(_ map: YAMLMap?) -> [String: [String]] {
    guard let map else { return [:] }
    return Dictionary(map.keys.map { ($0, map.texts($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads the fixed replies.
  mutating func replies(_ root: YAMLMap) -> [SafetyReply] {
    items("replies", of: root).compactMap { map in
      defer { map.refuseUnknownKeys() }
      let id = map.text("id")
      places[id] = map.place
      let safetyClass: SafetyClass? = map.choice("class", log: log)
      return SafetyReply(
        id: id, safetyClass: safetyClass ?? .emergency, situation: map.optionalText("situation"),
        text: map.text("text"), points: map.dictionary("points"), sources: map.sources(known: knownSources, log: log))
    }
  }

  /// Reads the notices.
  mutating func notices(_ root: YAMLMap) -> [SafetyNotice] {
    items("notices", of: root).map { map in
      defer { map.refuseUnknownKeys() }
      let id = map.text("id")
      places[id] = places[id] ?? map.place
      return SafetyNotice(id: id, text: map.text("text"), sources: map.sources(known: knownSources, log: log))
    }
  }

  /// Reads the contacts; every region must have every kind.
  func contacts(_ root: YAMLMap) -> ContactTable {
    let checked = root.text("checked")
    if !checked.isEmpty, CalendarDay(checked) == nil {
      log.report(root.place(of: "checked"), key: "checked", "a day as YYYY-MM-DD is wanted here")
    }
    let sources = root.sources(known: knownSources, log: log)
    let unknown = root.map("unknown")
    if unknown == nil { log.report(root.place, key: "unknown", "is missing") }
    _ = unknown?.optionalText("about")
    let table = ContactTable(
      checked: checked, sources: sources, regions: items("regions", of: root).map(region),
      unknown: unknown.map(kinds) ?? [:])
    unknown?.refuseUnknownKeys()
    return table
  }

  private func region(_ map: YAMLMap) -> ContactRegion {
    defer { map.refuseUnknownKeys() }
    return ContactRegion(id: map.text("id"), name: map.text("name"), contacts: kinds(map))
  }

  private func kinds(_ map: YAMLMap) -> [ContactKind: String] {
    Dictionary(uniqueKeysWithValues: ContactKind.allCases.map { ($0, map.text($0.rawValue)) })
  }

  /// The mappings of the list that the file is made of; a file without any is reported.
  private func items(_ key: String, of root: YAMLMap) -> [YAMLMap] {
    _ = root.optionalText("about")
    let maps = root.maps(key)
    if maps.isEmpty { log.report(root.place, key: key, "is missing or empty") }
    root.refuseUnknownKeys()
    return maps
  }
}
