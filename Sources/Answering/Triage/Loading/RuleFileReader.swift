/// Reads `cues*.yaml` and `rules-*.yaml`, and remembers on which line each cue and rule stands.
struct RuleFileReader {
  private var cues: [CueSet] = []
  private var numbers: [NumberCue] = []
  private var words: [String] = []
  private var keep: [String] = []
  private var rules: [TriageRule] = []
  private var places: [String: (file: String, line: Int)] = [:]

  /// The rules read so far.
  var result: SafetyRules {
    SafetyRules(
      cues: cues, numbers: numbers, spelling: SpellingGuard(words: words, keep: keep), rules: rules)
  }

  /// What is wrong with the rules as a whole, each at its place.
  var problems: [SafetyProblem] {
    result.faults().map { fault in
      let place = places["\(fault.kind.rawValue) \(fault.name)"]
      return SafetyProblem(file: place?.file ?? "", line: place?.line ?? 0, message: fault.description)
    }
  }

  /// Reads a cue file: `cues`, `numbers`, `spelling`.
  mutating func readCues(_ root: SafetyNode) throws(SafetyProblem) {
    try root.allow(["about", "cues", "numbers", "spelling"])
    for (name, node) in try root.value("cues")?.pairs() ?? [] { try readCue(name, node) }
    for node in try root.value("numbers")?.items() ?? [] { try readNumber(node) }
    guard let spelling = try root.value("spelling") else { return }
    try spelling.allow(["words", "keep"])
    words += try wordList(spelling.value("words"))
    keep += try wordList(spelling.value("keep"))
  }

  private func wordList(_ node: SafetyNode?) throws(SafetyProblem) -> [String] {
    try (node?.texts() ?? []).flatMap { $0.split(separator: " ").map(String.init) }
  }

  private mutating func readCue(_ name: String, _ node: SafetyNode) throws(SafetyProblem) {
    try node.allow(["about", "phrases"])
    places["cue " + name] = (node.file, node.line)
    cues.append(
      CueSet(
        name: name, about: try node.value("about")?.text() ?? "",
        phrases: try node.required("phrases").texts().flatMap { $0.split(separator: "\n").map(String.init) }))
  }

  private mutating func readNumber(_ node: SafetyNode) throws(SafetyProblem) {
    try node.allow(["name", "kind", "form", "from", "to", "fahrenheit", "glued", "notAfter", "notBefore"])
    let fahrenheit = try node.value("fahrenheit")?.items() ?? []
    let name = try node.required("name").text()
    places["cue " + name] = (node.file, node.line)
    numbers.append(
      NumberCue(
        name: name, kind: try node.required("kind").kind(), form: try node.value("form")?.form(),
        from: try node.required("from").number(), to: try node.required("to").number(),
        fromFahrenheit: try fahrenheit.first?.number(), toFahrenheit: try fahrenheit.last?.number(),
        glued: try node.value("glued")?.texts(), notAfter: try wordList(node.value("notAfter")),
        notBefore: try wordList(node.value("notBefore"))))
  }

  /// Reads a rule file: `mask` for all of its rules, and `rules`.
  mutating func readRules(_ root: SafetyNode) throws(SafetyProblem) {
    try root.allow(["about", "mask", "rules"])
    let mask = try root.value("mask")?.texts() ?? []
    for node in try root.required("rules").items() { try readRule(node, mask: mask) }
  }

  private mutating func readRule(_ node: SafetyNode, mask: [String]) throws(SafetyProblem) {
    try node.allow([
      "id", "class", "sets", "situation", "source", "scope", "all", "unless", "unlessAnywhere", "mask", "unmasked",
      "examples",
    ])
    let id = try node.required("id").text()
    places["rule " + id] = (node.file, node.line)
    let unmasked = Set(try node.value("unmasked")?.texts() ?? [])
    rules.append(
      TriageRule(
        id: id, raises: try node.value("class")?.choice(of: SafetyClass.self),
        sets: try node.value("sets")?.choice(of: ContextFlag.self),
        situation: try node.value("situation")?.text(), source: try node.required("source").text(),
        scope: try node.value("scope")?.choice(of: TriageRule.Scope.self),
        all: try node.required("all").texts(), unless: try node.value("unless")?.texts(),
        unlessAnywhere: try node.value("unlessAnywhere")?.texts(),
        mask: mask.filter { !unmasked.contains($0) } + (try node.value("mask")?.texts() ?? []),
        examples: try node.required("examples").texts()))
  }
}

extension SafetyNode {
  fileprivate func kind() throws(SafetyProblem) -> NumberCue.Kind { try choice(of: NumberCue.Kind.self) }
  fileprivate func form() throws(SafetyProblem) -> NumberCue.Form { try choice(of: NumberCue.Form.self) }
}
