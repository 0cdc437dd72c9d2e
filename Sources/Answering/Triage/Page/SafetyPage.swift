package import Knowledge

/// The whole safety layer as one Markdown page for a clinician: classes with replies and rules, cues, notices, contacts, sources.
package struct SafetyPage {
  private let layer: SafetyLayer
  private let today: CalendarDay

  /// A page about a layer, with the age of its contacts on a day.
  package init(_ layer: SafetyLayer, today: CalendarDay) {
    self.layer = layer
    self.today = today
  }

  /// The page, ending with a line break.
  package var markdown: String {
    let parts = [introduction] + SafetyClass.allCases.map(section) + [flags, cues, notices, contacts, sources]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var wording: SafetyWording { layer.wording }

  private var introduction: String {
    let rules = layer.rules.rules.filter { $0.raises != nil }.count
    return """
      # Safety rules, for review

      Every message is held against these rules before anything else is looked at. There are \(SafetyClass.allCases.count) classes, \
      highest first, \(rules) rules that raise them, and \(layer.rules.cues.count + layer.rules.numbers.count) cues. \
      A reply takes the highest class that fired; when in doubt a rule takes the higher class. A class that takes over is answered \
      with its fixed reply alone; the others put their notice before the section that informs.

      How to read it: a rule fires when every cue it asks for stands close enough together, and no cue that silences it stands in \
      the same sentence. The cues themselves, in words, follow the classes. In a cue, [name] is another cue, … stands for words of \
      any kind or for the rest of a word, / parts words of which one is enough, and words in round brackets may be missing. \
      Misspellings of the words of danger are read as the words that are meant.
      """
  }

  // MARK: Classes

  private func section(_ safetyClass: SafetyClass) -> String {
    guard let policy = wording.policy(for: safetyClass) else { return "## \(safetyClass.rawValue)" }
    let rules = layer.rules.rules.filter { $0.raises == safetyClass }
    var parts = ["## \(safetyClass.rawValue)", policy.about, effect(of: policy)]
    parts += wording.replies.filter { $0.safetyClass == safetyClass }.map(reply)
    if let notice = policy.notice.flatMap(wording.notice) { parts.append(quoted(notice.text)) }
    parts.append("Sources: \(named(policy.sources)).")
    parts.append("### Rules of \(safetyClass.rawValue)")
    parts.append(rules.map(rule).joined(separator: "\n"))
    return parts.joined(separator: "\n\n")
  }

  private func effect(of policy: SafetyClassPolicy) -> String {
    if policy.takesOver { return "Takes over: the fixed reply stands alone." }
    let sections = policy.inform.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.joined(separator: ", "))" }
    let informs =
      sections.isEmpty ? "No section of its own informs." : "Sections that inform: \(sections.joined(separator: "; "))."
    return "Puts this notice first. \(informs)"
  }

  private func reply(_ reply: SafetyReply) -> String {
    let situation = reply.situation.map { " when the rule's situation is \($0)" } ?? ""
    var text = "### Reply \(reply.id)\(situation)\n\n" + quoted(reply.text)
    if !reply.points.isEmpty {
      let points = reply.points.sorted { $0.key < $1.key }
        .map { "- \($0.key): \"\(wording.rendered($0.value, region: layer.region))\"" }
      text += "\n\nWhat it must do, and the words that do it:\n\n" + points.joined(separator: "\n")
    }
    return text + "\n\nReading grade \(grade(reply.text)). Sources: \(named(reply.sources))."
  }

  private func quoted(_ text: String) -> String {
    wording.rendered(text, region: layer.region).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  private func grade(_ text: String) -> String {
    let tenths = (WordingCheck.grade(of: text) * 10).rounded() / 10
    return "\(tenths)"
  }

  // MARK: Rules

  private var flags: String {
    let rules = layer.rules.rules.filter { $0.sets != nil }
    let text = """
      ## What a message teaches about the person

      These rules raise nothing. They remember, for this conversation, that somebody is in treatment, had a transplant, or is a child.
      """
    return text + "\n\n" + rules.map(rule).joined(separator: "\n")
  }

  private func rule(_ rule: TriageRule) -> String {
    var lines = [
      "- **\(rule.id)**\(rule.sets.map { " (\($0.rawValue))" } ?? ""): \(requirements(of: rule)), \(closeness(of: rule))."
    ]
    let silencing = (rule.unless ?? []) + (rule.unlessAnywhere ?? [])
    if !silencing.isEmpty { lines.append("  Silent beside: \(silencing.joined(separator: ", ")).") }
    if let mask = rule.mask, !mask.isEmpty {
      lines.append("  Words of these do not count: \(mask.joined(separator: ", ")).")
    }
    if let situation = rule.situation { lines.append("  Situation: \(situation).") }
    lines.append("  For example: \(rule.examples.map { "\"\($0)\"" }.joined(separator: ", ")).")
    lines.append("  Sources: \(named(rule.sources)).")
    return lines.joined(separator: "\n")
  }

  private func requirements(of rule: TriageRule) -> String {
    rule.all.map { choice in
      choice.split(separator: "|").map { readable(String($0)) }.joined(separator: " or ")
    }.joined(separator: "; and ")
  }

  private func readable(_ requirement: String) -> String {
    if requirement.hasPrefix("$subject:") { return "the subject \(requirement.dropFirst("$subject:".count))" }
    if requirement.hasPrefix("$") { return "known to be \(requirement.dropFirst())" }
    guard let about = layer.rules.cues.first(where: { $0.name == requirement })?.about else {
      return "[\(requirement)]"
    }
    return "\(about.hasSuffix(".") ? String(about.dropLast()) : about) [\(requirement)]"
  }

  private func closeness(of rule: TriageRule) -> String {
    switch rule.scope ?? .sentence {
    case .clause: "in one clause"
    case .sentence: "in one sentence"
    case .neighbours: "in one sentence or two that follow one another"
    case .text: "anywhere in the message"
    }
  }

  // MARK: Cues

  private var cues: String {
    let prose = PhraseProse()
    let sets = layer.rules.cues.map { cue in
      let phrases = cue.phrases.flatMap(prose.phrases).map { "- \($0)" }
      return "### \(cue.name)\n\n\(cue.about)\n\n\(phrases.joined(separator: "\n"))"
    }
    let numbers = layer.rules.numbers.map { "- **\($0.name)**: \(words(for: $0))" }
    return "## Cues\n\n" + sets.joined(separator: "\n\n") + "\n\n### Numbers\n\n" + numbers.joined(separator: "\n")
  }

  private func words(for cue: NumberCue) -> String {
    let range = "\(Self.plain(cue.from)) to \(Self.plain(cue.to))"
    let what: String
    switch cue.kind {
    case .temperature:
      let fahrenheit = [cue.fromFahrenheit, cue.toFahrenheit].compactMap { $0.map(Self.plain) }
      what = "a temperature of \(range) C" + (fahrenheit.isEmpty ? "" : " or \(fahrenheit.joined(separator: " to ")) F")
    case .duration: what = "a time of \(range) minutes"
    case .value: what = "a number from \(range)"
    }
    let form = cue.form.map { $0 == .clear ? ", with a unit or a fraction" : ", a whole number without a unit" } ?? ""
    return what + form + ", in digits or in words"
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }

  // MARK: Notices, contacts, sources

  private var notices: String {
    let texts = wording.notices.map { notice in
      "### Notice \(notice.id)\n\n\(quoted(notice.text))\n\nReading grade \(grade(notice.text)). Sources: \(named(notice.sources))."
    }
    return "## Notices\n\n" + texts.joined(separator: "\n\n")
  }

  private var contacts: String {
    let table = wording.contacts
    let kinds = ContactKind.allCases
    var rows = ["| region | " + kinds.map(\.rawValue).joined(separator: " | ") + " |"]
    rows.append("|---" + String(repeating: "|---", count: kinds.count) + "|")
    for region in table.regions {
      rows.append("| \(region.name) | " + kinds.map { region.contacts[$0] ?? "" }.joined(separator: " | ") + " |")
    }
    rows.append("| not configured | " + kinds.map { table.unknown[$0] ?? "" }.joined(separator: " | ") + " |")
    let age = table.age(on: today).map { "\($0) days ago" } ?? "on a day that cannot be read"
    let state =
      table.isExpired(on: today) ? "**too long ago: check every number and renew the day**" : "the check still counts"
    return """
      ## Contacts

      Last checked on \(table.checked), \(age) (\(state); a check counts for \(ContactTable.daysValid) days). \
      Sources: \(named(table.sources)).

      \(rows.joined(separator: "\n"))
      """
  }

  private var sources: String {
    let lines = wording.sources.map { "- **\($0.id)**: \($0.organisation). \($0.title). (\($0.place))" }
    return "## Sources\n\n" + lines.joined(separator: "\n")
  }

  /// Sources by their organisations, with the ids that the list of sources uses.
  private func named(_ ids: [String]) -> String {
    ids.map { id in
      wording.sources.first { $0.id == id }.map { "\($0.organisation) [\(id)]" } ?? id
    }.joined(separator: "; ")
  }
}
