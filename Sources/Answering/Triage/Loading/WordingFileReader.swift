internal import Knowledge
/// Reads `classes.yaml`, `replies.yaml`, `notices.yaml` and `contacts.yaml`.
struct WordingFileReader {
  private(set) var places: [String: (file: String, line: Int)] = [:]

  /// Reads the policies of the classes.
  mutating func policies(_ root: SafetyNode) throws(SafetyProblem) -> [SafetyClassPolicy] {
    try root.allow(["about", "classes"])
    var policies: [SafetyClassPolicy] = []
    for node in try root.required("classes").items() { policies.append(try policy(node)) }
    return policies
  }

  private mutating func policy(_ node: SafetyNode) throws(SafetyProblem) -> SafetyClassPolicy {
    try node.allow(["id", "about", "takeover", "reply", "situations", "notice", "inform", "source"])
    let safetyClass = try node.required("id").choice(of: SafetyClass.self)
    places[safetyClass.rawValue] = (node.file, node.line)
    var inform: [String: [String]] = [:]
    for (subject, sections) in try node.value("inform")?.pairs() ?? [] { inform[subject] = try sections.texts() }
    return SafetyClassPolicy(
      safetyClass: safetyClass, about: try node.required("about").text(),
      takesOver: try node.required("takeover").flag(), reply: try node.value("reply")?.text(),
      situations: try texts(node.value("situations")), notice: try node.value("notice")?.text(), inform: inform,
      source: try node.required("source").text())
  }

  private func texts(_ node: SafetyNode?) throws(SafetyProblem) -> [String: String] {
    var texts: [String: String] = [:]
    for (key, value) in try node?.pairs() ?? [] { texts[key] = try value.text() }
    return texts
  }

  /// Reads the fixed replies.
  mutating func replies(_ root: SafetyNode) throws(SafetyProblem) -> [SafetyReply] {
    try root.allow(["about", "replies"])
    var replies: [SafetyReply] = []
    for node in try root.required("replies").items() {
      try node.allow(["id", "class", "situation", "text", "points", "source"])
      let id = try node.required("id").text()
      places[id] = (node.file, node.line)
      replies.append(
        SafetyReply(
          id: id, safetyClass: try node.required("class").choice(of: SafetyClass.self),
          situation: try node.value("situation")?.text(), text: try node.required("text").text(),
          points: try texts(node.value("points")), source: try node.required("source").text()))
    }
    return replies
  }

  /// Reads the notices.
  mutating func notices(_ root: SafetyNode) throws(SafetyProblem) -> [SafetyNotice] {
    try root.allow(["about", "notices"])
    var notices: [SafetyNotice] = []
    for node in try root.required("notices").items() {
      try node.allow(["id", "text", "source"])
      let id = try node.required("id").text()
      places[id] = places[id] ?? (node.file, node.line)
      notices.append(
        SafetyNotice(
          id: id, text: try node.required("text").text(), source: try node.required("source").text()))
    }
    return notices
  }

  /// Reads the contacts; every region must have every kind.
  func contacts(_ root: SafetyNode) throws(SafetyProblem) -> ContactTable {
    try root.allow(["about", "checked", "source", "regions", "unknown"])
    let checked = try root.required("checked")
    guard CalendarDay(try checked.text()) != nil else { throw checked.problem("a day as YYYY-MM-DD is wanted here") }
    var regions: [ContactRegion] = []
    for node in try root.required("regions").items() {
      try node.allow(["id", "name", "emergency", "crisis", "poison"])
      regions.append(
        ContactRegion(
          id: try node.required("id").text(), name: try node.required("name").text(),
          contacts: try kinds(node)))
    }
    let unknown = try root.required("unknown")
    try unknown.allow(["about", "emergency", "crisis", "poison"])
    return ContactTable(
      checked: try checked.text(), source: try root.required("source").text(), regions: regions,
      unknown: try kinds(unknown))
  }

  private func kinds(_ node: SafetyNode) throws(SafetyProblem) -> [ContactKind: String] {
    var contacts: [ContactKind: String] = [:]
    for kind in ContactKind.allCases { contacts[kind] = try node.required(kind.rawValue).text() }
    return contacts
  }
}
