internal import Knowledge

/// Reads `cues*.yaml` and `rules-*.yaml`, and remembers on which line each cue and rule stands.
struct RuleFileReader {
  private let log: ProblemLog
  private let knownSources: Set<String>
  private var cues: [CueSet] = []
  private var numbers: [NumberCue] = []
  private var words: [String] = []
  private var keep: [String] = []
  private var rules: [TriageRule] = []
  private var places: [String: SourcePlace] = [:]

  init(log: ProblemLog, knownSources: Set<String>) {
    self.log = log
    self.knownSources = knownSources
  }

  /// The rules read so far.
  var result: SafetyRules {
    SafetyRules(
      cues: cues, numbers: numbers, spelling: SpellingGuard(words: words, keep: keep), rules: rules)
  }

  /// Reports what is wrong with the rules as a whole, each at its place.
  func reportFaults() {
    for fault in result.faults() {
      let place = places["\(fault.kind.rawValue) \(fault.name)"] ?? SourcePlace(file: "safety")
      log.report(place, fault.description)
    }
  }

  /// Reads a cue file: `cues`, `numbers`, `spelling`.
  mutating func readCues(_ root: YAMLMap) {
    defer { root.refuseUnknownKeys() }
    _ = root.optionalText("about")
    if let cues = root.map("cues") { readCues(in: cues) }
    for map in root.maps("numbers") { readNumber(map) }
    guard let spelling = root.map("spelling") else { return }
    words += spelling.words("words")
    keep += spelling.words("keep")
    spelling.refuseUnknownKeys()
  }

  private mutating func readCues(in map: YAMLMap) {
    for name in map.keys {
      guard let cue = map.map(name) else { continue }
      places["cue " + name] = map.place(of: name)
      cues.append(
        CueSet(
          name: name, about: cue.optionalText("about") ?? "",
          phrases: cue.someTexts("phrases", log: log).flatMap { $0.split(separator: "\n").map(String.init) }))
      cue.refuseUnknownKeys()
    }
  }

  private mutating func readNumber(_ map: YAMLMap) {
    defer { map.refuseUnknownKeys() }
    let name = map.text("name")
    let fahrenheit = map.numbers("fahrenheit", log: log)
    places["cue " + name] = map.place
    numbers.append(
      NumberCue(
        name: name, kind: map.choice("kind", log: log) ?? .value, form: map.optionalChoice("form", log: log),
        from: map.number("from", log: log), to: map.number("to", log: log),
        fromFahrenheit: fahrenheit.first, toFahrenheit: fahrenheit.last,
        glued: map.has("glued") ? map.texts("glued") : nil, notAfter: map.words("notAfter"),
        notBefore: map.words("notBefore")))
  }

  /// Reads a rule file: `mask` for all of its rules, and `rules`.
  mutating func readRules(_ root: YAMLMap) {
    defer { root.refuseUnknownKeys() }
    _ = root.optionalText("about")
    let mask = root.texts("mask")
    if !root.has("rules") { log.report(root.place, key: "rules", "is missing") }
    for map in root.maps("rules") { readRule(map, mask: mask) }
  }

  private mutating func readRule(_ map: YAMLMap, mask: [String]) {
    defer { map.refuseUnknownKeys() }
    let id = map.text("id")
    places["rule " + id] = map.place
    let unmasked = Set(map.texts("unmasked"))
    rules.append(
      TriageRule(
        id: id, raises: map.optionalChoice("class", log: log), sets: map.optionalChoice("sets", log: log),
        situation: map.optionalText("situation"), sources: map.sources(known: knownSources, log: log),
        scope: map.optionalChoice("scope", log: log), all: map.someTexts("all", log: log), unless: list("unless", map),
        unlessAnywhere: list("unlessAnywhere", map),
        mask: mask.filter { !unmasked.contains($0) } + map.texts("mask"),
        examples: map.someTexts("examples", log: log)))
  }

  private func list(_ key: String, _ map: YAMLMap) -> [String]? { map.has(key) ? map.texts(key) : nil }
}
