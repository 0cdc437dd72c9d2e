/// Reads a section file: front matter between `---` lines, then paragraphs and lists.
enum SectionFile {
  /// The section a file states; problems go to the log and what could be read comes back all the same.
  static func parse(_ text: String, id: String, file: String, log: ProblemLog) -> Section? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.first?.trimmed == "---", let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) else {
      log.report(SourcePlace(file: file, line: 1), "expected front matter between two lines of ---")
      return nil
    }
    let matter = "\n" + lines[1..<end].joined(separator: "\n")
    guard let map = YAMLMap.parse(matter, file: file, log: log) else { return nil }
    var body = BodyReader(file: file, firstLine: end + 2, log: log)
    for line in lines[(end + 1)...] { body.read(line) }
    body.finish()
    if body.sentences.isEmpty { log.report(SourcePlace(file: file, line: end + 1), "the section is empty") }
    let section = Section(
      id: id, title: map.text("title"), aspect: map.text("aspect"), sourceHeading: map.text("source"),
      document: id.split(separator: "/").first.map(String.init) ?? "", sentences: body.sentences, blocks: body.blocks)
    map.refuseUnknownKeys()
    return section
  }
}
