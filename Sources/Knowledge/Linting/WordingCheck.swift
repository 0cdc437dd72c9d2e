/// Remarks on sentences that cannot stand alone and on markup that would be shown to people.
struct WordingCheck {
  private let knowledge: Knowledge

  /// Words that point back at a sentence before.
  private static let pointers: Set<String> = ["it", "they", "this", "these"]

  init(_ knowledge: Knowledge) { self.knowledge = knowledge }

  func findings() -> [LintFinding] {
    let sections = knowledge.sections.flatMap { section in
      section.sentences.flatMap { sentence($0, of: section) } + markup(section.title, at: .section(section.id))
    }
    let gaps = knowledge.gaps.flatMap { markup($0.title, at: .gap($0.id)) + markup($0.reply, at: .gap($0.id)) }
    let smalltalk = knowledge.smalltalk.flatMap { markup($0.reply, at: SourcePlace(file: "smalltalk.yaml")) }
    return sections + gaps + smalltalk
  }

  private func sentence(_ sentence: Sentence, of section: Section) -> [LintFinding] {
    let place = SourcePlace.section(section.id)
    var found = markup(sentence.text, at: place)
    if Self.answersYesOrNo(sentence.text) {
      found.append(
        LintFinding(
          .answersYesOrNo, at: place,
          "say it without yes or no, since it may be the answer to any question: \(sentence.text)"))
    }
    if sentence.role != .item, Self.pointsBack(sentence.text) {
      found.append(
        LintFinding(.pointsBack, at: place, "name what is meant, since the sentence may come first: \(sentence.text)"))
    }
    return found
  }

  private func markup(_ text: String, at place: SourcePlace) -> [LintFinding] {
    guard let mark = Self.markup(in: text) else { return [] }
    return [LintFinding(.leftoverMarkup, at: place, "\"\(mark)\" is markup and would be shown as it stands: \(text)")]
  }

  /// True for "Yes, …" and "No: …"; "No test …" says something else.
  static func answersYesOrNo(_ text: String) -> Bool {
    text.prefixMatch(of: /(?i)(yes|no)\s*([,.:;!–—]|-\s|$)|yes\b/) != nil
  }

  /// True where the first word points back. "It is not clear what …" does not: that "it" stands for what follows.
  static func pointsBack(_ text: String) -> Bool {
    let first = text.prefix { $0.isLetter }.lowercased()
    guard pointers.contains(first) else { return false }
    return text.prefixMatch(
      of: /(?i)it (is|was|may be|can be)( not| often| usually| also)? \w+ (that|to|what|which|why|how|whether|if)\b/)
      == nil
  }

  /// The first piece of Markdown or HTML in a text that is shown as plain text.
  static func markup(in text: String) -> String? {
    let marks =
      /\*+|`+|~~|__|(?:^|\s)_\w[^_]*_|!?\[[^\]]*\]\([^)]*\)|<\/?\w[^>]*>|&\w+;|&#\d+;|https?:\/\/\S+|^#+\s|^>\s|^[+•]\s|^\d+[.)](?:\s|$)|\|/
    return text.split(whereSeparator: \.isNewline).lazy
      .compactMap { $0.firstMatch(of: marks).map { String($0.output).trimmed } }.first
  }
}
