import Knowledge
import KnowledgeFixture
import Testing

/// Each finding of lint, where it holds and where it does not.
@Suite struct KnowledgeLintTests {
  private let today = "2026-11-22"

  /// Findings of one rule after a change of the fixture.
  private func findings(
    _ rule: LintRule, on day: String? = nil, after change: (KnowledgeFixture) throws -> Void = { _ in }
  ) throws -> [LintFinding] {
    try KnowledgeFixture.use { fixture in
      try change(fixture)
      return try report(fixture, on: day ?? today).findings(of: rule)
    }
  }

  private func report(_ fixture: KnowledgeFixture, on day: String) throws -> LintReport {
    KnowledgeLint(try LintSources.read(fixture.folder), today: try #require(CalendarDay(day))).report()
  }

  @Test func findsNoErrorInTheFixture() throws {
    try KnowledgeFixture.use { fixture in
      let report = try report(fixture, on: today)
      #expect(report.findings(.error).isEmpty, "\(report.findings(.error))")
      #expect(Set(report.findings(.warning).map(\.rule)) == [.fewSectionQuestions, .fewGapQuestions])
    }
  }

  // MARK: Reading

  @Test func measuresEverySection() throws {
    try KnowledgeFixture.use { fixture in
      let figures = try report(fixture, on: today).figures
      #expect(figures.sections.map(\.id) == (try fixture.load().knowledge.sections.map(\.id)))
      let mean = figures.sections.map(\.grade).reduce(0, +) / 5
      #expect(abs(figures.meanGrade - mean) < 1e-9)
      #expect(figures.worst?.grade == figures.sections.map(\.grade).max())
      #expect(figures.hard.isEmpty)
      #expect([figures.gaps, figures.facts, figures.cases] == [3, 5, 4])
    }
  }

  @Test func namesTheWordsThatMakeASectionHard() throws {
    let found = try findings(.hardToRead) {
      try $0.replace(in: "documents/rose/care.md", "Roses like sun.", with: "Horticultural fertilization invigorates.")
    }
    #expect(found.map(\.place) == [SourcePlace(file: "documents/rose/care.md")])
    #expect(found.first?.message.contains("fertilization (once,") == true)
  }

  @Test(arguments: [
    ("gaps/price.yaml", "The documents do not say what plants cost.", "gaps/price.yaml"),
    ("smalltalk.yaml", "You are welcome.", "smalltalk.yaml"),
    ("safety/notices.yaml", "Wear gloves when you cut a rose.", "safety/notices.yaml:4"),
  ])
  func remarksOnHardReplies(path: String, old: String, place: String) throws {
    let found = try findings(.hardToRead) {
      try $0.replace(in: path, old, with: "Horticultural considerations necessitate authoritative deliberation.")
    }
    #expect(found.map(\.place.description) == [place])
  }

  @Test func asksMoreOfRepliesThatTakeOver() throws {
    let text = "replies:\n  thorn:\n    text: Water the area of the finger. Bandage and elevate the finger after.\n"
    #expect(try findings(.hardToRead) { try $0.write("safety/notices-more.yaml", text) }.isEmpty)
    let found = try findings(.hardToRead) { try $0.write("safety/replies.yaml", text) }
    #expect(found.map(\.place.description) == ["safety/replies.yaml:3"])
  }

  // MARK: Wording

  @Test(arguments: [
    ("Yes, roses like sun.", 1), ("No: roses like sun.", 1), ("Yes. Roses like sun.", 1), ("no - roses do not.", 1),
    ("No rose likes shade.", 0), ("Nobody likes shade.", 0), ("Yesterday it rained.", 0), ("Roses say yes, or no.", 0),
  ])
  func findsSentencesThatAnswerYesOrNo(sentence: String, count: Int) throws {
    let found = try findings(.answersYesOrNo) {
      try $0.replace(in: "documents/rose/care.md", "Roses like sun.", with: sentence)
    }
    #expect(found.count == count)
  }

  @Test(arguments: [
    ("It needs sun.", 1), ("They like sun.", 1), ("This helps.", 1), ("These plants like sun.", 1),
    ("It is not clear what they like.", 0), ("It is important to water.", 0), ("Italian roses like sun.", 0),
    ("Thistles like sun.", 0), ("Roses like it.", 0),
  ])
  func findsSentencesThatPointBack(sentence: String, count: Int) throws {
    let found = try findings(.pointsBack) {
      try $0.replace(in: "documents/rose/care.md", "Roses like sun.", with: sentence)
    }
    #expect(found.count == count)
  }

  @Test(arguments: [
    ("Use *sharp* tools.", 1), ("Use _sharp_ tools.", 1), ("Use `tools`.", 1), ("Use tools &amp; gloves.", 1),
    ("See https://example.org now.", 1), ("1. Use tools.", 1), ("Use tools | gloves.", 1),
    ("Use 2 tools. Use tool_2 (or 3).", 0), ("Use tools & gloves.", 0), ("Trials 1.5 and 2 [both] ended.", 0),
  ])
  func findsLeftoverMarkup(sentence: String, count: Int) throws {
    let found = try findings(.leftoverMarkup) {
      try $0.replace(in: "documents/rose/care.md", "Roses like sun.", with: sentence)
    }
    #expect(found.count == count, "\(found)")
  }

  @Test(arguments: ["gaps/price.yaml", "smalltalk.yaml"]) func findsMarkupInReplies(path: String) throws {
    let found = try findings(.leftoverMarkup) { try $0.replace(in: path, "reply: ", with: "reply: Do **not** go. ") }
    #expect(found.map(\.place) == [SourcePlace(file: path)])
  }

  // MARK: Questions

  @Test func wantsFortyQuestionsOfASectionAndEightOfAGap() throws {
    let add = { (fixture: KnowledgeFixture, count: Int) in
      let lines = (1...count).map { "is number \($0) a rose" }
      try fixture.append(to: "documents/rose/overview.questions.txt", "\n" + lines.joined(separator: "\n"))
      let items = (1...count / 7).map { "  - is number \($0) a bargain" }
      try fixture.append(to: "gaps/price.yaml", "\n" + items.joined(separator: "\n"))
    }
    let path = "documents/rose/overview.questions.txt"
    #expect(try findings(.fewSectionQuestions) { try add($0, 33) }.contains { $0.place.file == path })
    #expect(try !findings(.fewSectionQuestions) { try add($0, 34) }.contains { $0.place.file == path })
    #expect(try findings(.fewGapQuestions) { try add($0, 34) }.contains { $0.place.file == "gaps/price.yaml" })
    #expect(try !findings(.fewGapQuestions) { try add($0, 35) }.contains { $0.place.file == "gaps/price.yaml" })
  }

  @Test func findsAQuestionThatDiffersInPunctuationOnly() throws {
    let path = "documents/rose/care.questions.txt"
    let change = { (fixture: KnowledgeFixture) in try fixture.append(to: path, "\nRose care?!\n") }
    #expect(try findings(.repeatedQuestion, after: change).map(\.place.description) == ["\(path):8"])
    #expect(try findings(.contradictoryQuestion, after: change).isEmpty)
  }

  @Test func findsOneQuestionUnderTwoLabels() throws {
    let change = { (fixture: KnowledgeFixture) in try fixture.append(to: "gaps/price.yaml", "\n  - rose care?\n") }
    let found = try findings(.contradictoryQuestion, after: change)
    #expect(found.map(\.place.description) == ["gaps/price.yaml:8"])
    #expect(found.first?.message.contains("documents/rose/care.questions.txt:6") == true)
    #expect(try findings(.repeatedQuestion, after: change).isEmpty)
  }

  @Test func findsCalibrationQuestionsThatAreTrainedOn() throws {
    let found = try findings(.calibrationInTraining) {
      try $0.append(to: "calibration/mixed.txt", "\n# expect: rose/care\nrose care.\n")
    }
    #expect(found.map(\.place.description) == ["calibration/mixed.txt:15"])
  }

  @Test func findsNearDuplicatesUnderDifferentLabels() throws {
    let found = try findings(.nearDuplicate) {
      try $0.append(to: "documents/rose/pests.questions.txt", "\nwhen to plant a tulip bulb\n")
    }
    #expect(found.map(\.place.description) == ["documents/tulip/care.questions.txt:2"])
    #expect(found.first?.message.contains("documents/rose/pests.questions.txt:8") == true)
  }

  @Test(arguments: [
    ("documents/tulip/care.questions.txt", "when can I plant the tulip bulb"),
    ("documents/rose/pests.questions.txt", "which day do I plant tulip bulbs"),
  ])
  func leavesOneLabelAndOtherWordsAlone(path: String, question: String) throws {
    #expect(try findings(.nearDuplicate) { try $0.append(to: path, "\n\(question)\n") }.isEmpty)
  }

  // MARK: Ledger

  @Test func findsFactsThatNoCaseChecks() throws {
    let found = try findings(.factWithoutCase) {
      try $0.replace(in: "facts.yaml", "case: rose-sun", with: "case: rose-son")
    }
    #expect(found.map(\.message) == ["rose-02: there is no case \"rose-son\" in suites/; write it or name another one"])
  }

  @Test func findsSectionsThatNoCaseExpects() throws {
    let found = try findings(.sectionWithoutCase) {
      try $0.replace(in: "suites/basic.yaml", "sections_all: [rose/pests]", with: "sections_all: []")
    }
    #expect(found.map(\.place) == [SourcePlace(file: "documents/rose/pests.md")])
  }

  @Test func findsEverySectionUncheckedWithoutSuites() throws {
    #expect(try findings(.sectionWithoutCase) { try $0.remove("suites") }.count == 5)
    #expect(try findings(.factWithoutCase) { try $0.remove("suites") }.count == 5)
  }

  @Test func findsSectionsThatNoFactNames() throws {
    let found = try findings(.sectionWithoutFact) {
      try $0.replace(in: "facts.yaml", "section: rose/pests", with: "section: rose/care")
    }
    #expect(found.map(\.place) == [SourcePlace(file: "documents/rose/pests.md")])
  }

  // MARK: Age

  @Test(arguments: [("2027-11-01", 0), ("2027-11-02", 2), ("2026-01-01", 0)])
  func findsDocumentsNotReviewedForAYear(day: String, count: Int) throws {
    #expect(try findings(.staleReview, on: day).count == count)
  }

  @Test(arguments: [("2027-03-30", 0), ("2027-03-31", 1)])
  func findsContactsNotCheckedForHalfAYear(day: String, count: Int) throws {
    let found = try findings(.staleContact, on: day)
    #expect(found.count == count)
    if let first = found.first {
      #expect(first.place == SourcePlace(file: "safety/contacts.yaml", line: 4))
      #expect(first.message.hasPrefix("contacts poison-line: was checked 181 days ago"))
    }
  }

  @Test func findsContactsWhoseDayCannotBeRead() throws {
    let found = try findings(.staleContact) {
      try $0.replace(in: "safety/contacts.yaml", "2026-10-01", with: "last year")
    }
    #expect(found.count == 1)
  }

  @Test func findsContactsWithoutAnyDay() throws {
    #expect(
      try findings(.undatedContacts) { try $0.replace(in: "safety/contacts.yaml", "    checked: 2026-10-01", with: "") }
        .count == 1)
    #expect(try findings(.undatedContacts) { try $0.remove("safety") }.isEmpty)
  }

  // MARK: Sources

  @Test func refusesASuiteThatIsNoYAML() throws {
    try KnowledgeFixture.use { fixture in
      try fixture.append(to: "suites/basic.yaml", "\n  bad: [")
      #expect(throws: KnowledgeRefused.self) { try LintSources.read(fixture.folder) }
    }
  }

  @Test func leavesPlaceholdersAndRemarksOutOfFixedTexts() throws {
    try KnowledgeFixture.use { fixture in
      try fixture.replace(in: "safety/notices.yaml", "when you cut", with: "when {emergency} you cut")
      let texts = try LintSources.read(fixture.folder).fixedTexts
      #expect(texts.map(\.name) == ["notices thorns text"])
      #expect(texts.first?.text == "Wear gloves when  you cut a rose.")
    }
  }

  @Test func readsQuestionsOfTurnsToo() throws {
    try KnowledgeFixture.use { fixture in
      let cases = try LintSources.read(fixture.folder).cases
      #expect(cases.map(\.id) == ["rose-what", "rose-sun", "rose-flies", "tulip-turns"])
      #expect(cases.last?.questions == ["what about tulips", "and how are they planted"])
      #expect(cases.last?.sections == ["tulip/overview", "tulip/care"])
    }
  }

  @Test func putsErrorsFirst() throws {
    try KnowledgeFixture.use { fixture in
      try fixture.remove("suites")
      let severities = try report(fixture, on: today).findings.map(\.rule.severity)
      #expect(severities == severities.sorted())
      #expect(severities.first == .error)
    }
  }
}
