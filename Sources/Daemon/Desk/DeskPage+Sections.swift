import Knowledge

extension DeskPage {
  /// Sections, how often each answered, and how hard each is to read.
  var use: HTML {
    let sections = content.knowledge?.sections ?? []
    let grades = sections.map { ReadingGrade($0) }
    let rows = grades.map { ($0, asked.sections[$0.id] ?? 0) }.sorted { ($1.1, $0.0.id) < ($0.1, $1.0.id) }
    let hard = grades.count { $0.grade > LintLimits.grade }
    return section(
      "use", "Sections and their use",
      """
      <p>Reading grade (Flesch-Kincaid): mean \(ReadingGrade.mean(of: grades).tenths), \(String(hard)) of \(String(grades.count)) \
      above \(LintLimits.grade.tenths).</p>
      <table><thead><tr><th scope="col">Section</th><th scope="col">Answers</th><th scope="col">Grade</th></tr></thead>
      <tbody>\(rows.map(Self.row))</tbody></table>
      """)
  }

  /// An id that may break behind its slashes.
  private static func breakable(_ id: String) -> HTML {
    let parts = id.split(separator: "/").map(String.init)
    return parts.dropFirst().reduce("\(parts.first ?? "")") { "\($0)/<wbr>\($1)" }
  }

  private static func row(_ reading: ReadingGrade, _ answers: Int) -> HTML {
    let words = reading.costliest.prefix(3).map(\.word).joined(separator: ", ")
    let why: HTML = reading.grade > LintLimits.grade ? "<br><span class=\"small\">hard words: \(words)</span>" : ""
    return """
      <tr><th scope="row"><a href="\(TopicPages.path(reading.id))">\(breakable(reading.id))</a>\(why)</th><td>\(String(answers))</td>\
      <td>\(reading.grade.tenths)</td></tr>
      """
  }
}
