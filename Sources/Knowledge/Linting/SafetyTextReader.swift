/// Picks from `safety/*.yaml` what ages and what people get to read, whatever else those files hold.
///
/// Days are the values of `checked:` anywhere in `contacts.yaml`. Fixed texts are the values of five words and more in files
/// named `notices…`, `replies…` or `takeovers…`, but for those that explain a rule to editors. Placeholders such as
/// `{emergency}` are taken out: telephone numbers stand in their place, and those are no words to grade.
struct SafetyTextReader {
  let log: ProblemLog
  private(set) var contacts: [DatedContact] = []
  private(set) var hasContacts = false
  private(set) var fixedTexts: [FixedText] = []

  /// Keys whose values are for editors.
  private static let remarks: Set<String> = [
    "about", "source", "sources", "organisation", "title", "at", "why", "note",
  ]
  private static let fewestWords = 5

  init(log: ProblemLog) { self.log = log }

  /// Reads one file of the folder.
  mutating func read(_ text: String, file: String) {
    let name = file.dropFirst("safety/".count)
    if name == "contacts.yaml" {
      readContacts(text, file: file)
    } else if name.hasPrefix("notices") {
      readTexts(text, file: file, limit: LintLimits.grade)
    } else if name.hasPrefix("replies") || name.hasPrefix("takeovers") {
      readTexts(text, file: file, limit: LintLimits.takeoverGrade)
    }
  }

  private mutating func readContacts(_ text: String, file: String) {
    hasContacts = true
    for leaf in YAMLLeaf.all(in: text, file: file, log: log) where leaf.path.last == "checked" {
      let name = leaf.path.dropLast().joined(separator: " ")
      contacts.append(
        DatedContact(
          name: name.isEmpty ? "contacts" : name, checked: leaf.text.trimmed,
          place: SourcePlace(file: file, line: leaf.line)))
    }
  }

  private mutating func readTexts(_ text: String, file: String, limit: Double) {
    for leaf in YAMLLeaf.all(in: text, file: file, log: log) {
      let isRemark = leaf.path.last.map(Self.remarks.contains) ?? false
      guard !isRemark, Readability.words(in: leaf.text).count >= Self.fewestWords else { continue }
      fixedTexts.append(
        FixedText(
          name: leaf.path.joined(separator: " "), text: leaf.text.replacing(/\{\w+\}/, with: ""), limit: limit,
          place: SourcePlace(file: file, line: leaf.line)))
    }
  }
}
