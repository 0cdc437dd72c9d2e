/// Reads a section file: front matter between `---` lines, then paragraphs and lists.
struct SectionFile {
  private let id: String
  private let file: String
  private let log: ProblemLog

  private init(id: String, file: String, log: ProblemLog) {
    self.id = id
    self.file = file
    self.log = log
  }

  /// The section a file states. Problems go to the log; what could be read comes back all the same, so that references to
  /// the section are not reported on top.
  static func parse(_ text: String, id: String, file: String, log: ProblemLog) -> Section {
    SectionFile(id: id, file: file, log: log).section(in: text)
  }

  private func section(in text: String) -> Section {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.first?.trimmed == "---", let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) else {
      log.report(SourcePlace(file: file, line: 1), "expected front matter between two lines of ---")
      return section(nil, body: nil)
    }
    var body = BodyReader(file: file, firstLine: end + 2, log: log)
    for line in lines[(end + 1)...] { body.read(line) }
    body.finish()
    if body.sentences.isEmpty { log.report(SourcePlace(file: file, line: end + 1), "the section is empty") }
    guard lines[1..<end].contains(where: { !$0.trimmed.isEmpty }) else {
      log.report(SourcePlace(file: file, line: 1), "the front matter is empty; expected title, aspect and source")
      return section(nil, body: body)
    }
    // The blank line stands for the opening ---, so that keys are reported at their lines in the file.
    let map = YAMLMap.parse("\n" + lines[1..<end].joined(separator: "\n"), file: file, log: log)
    defer { map?.refuseUnknownKeys() }
    return section(map, body: body)
  }

  private func section(_ map: YAMLMap?, body: BodyReader?) -> Section {
    Section(
      id: id, title: map?.text("title") ?? "", aspect: map?.text("aspect") ?? "",
      sourceHeading: map?.text("source") ?? "", document: id.split(separator: "/").first.map(String.init) ?? "",
      sentences: body?.sentences ?? [], blocks: body?.blocks ?? [])
  }
}
