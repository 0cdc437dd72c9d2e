import Foundation
import Knowledge
import KnowledgeFixture
import Testing

/// Every way a knowledge file can be broken is refused, naming file, line and key.
@Suite struct BrokenKnowledgeTests {
  /// Breaks the fixture and expects one of its refusals to begin as stated.
  private func check(_ broken: BrokenFile, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try KnowledgeFixture.use { fixture in
      try broken.apply(fixture)
      let refusals = fixture.refusals()
      #expect(
        refusals.contains { $0.hasPrefix(broken.refusal) }, "\(broken.name): \(refusals)",
        sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    BrokenFile.appending(
      "bad YAML in a document", to: "documents/rose/document.yaml", "  bad: [",
      refusal: "documents/rose/document.yaml:12: not valid YAML"),
    .replacing(
      "bad YAML in front matter", in: "documents/rose/care.md", "aspect: care", with: "aspect: [care",
      refusal: "documents/rose/care.md:4: not valid YAML"),
    .replacing(
      "bad YAML in a gap", in: "gaps/price.yaml", "reply: The", with: "reply: \"The",
      refusal: "gaps/price.yaml:7: not valid YAML: found unexpected end of stream while scanning a quoted scalar "
        + "that begins in line 2"),
    .appending(
      "a key that stands twice", to: "gaps/price.yaml", "title: again",
      refusal: "gaps/price.yaml:1: not valid YAML: the key title stands twice"),
    .writing("an empty gap", "gaps/price.yaml", "", refusal: "gaps/price.yaml: the file is empty"),
    .writing(
      "a control character", "gaps/price.yaml", "title: a\nreply: b\u{7}\n",
      refusal: "gaps/price.yaml:2: not valid YAML: control characters are not allowed"),
    .writing(
      "a list for a mapping", "gaps/price.yaml", "- a\n", refusal: "gaps/price.yaml:1: expected keys and values"),
    .writing("a mapping for a list", "facts.yaml", "a: b\n", refusal: "facts.yaml:1: expected a list"),
    .writing(
      "a text for a list", "vocabulary/subjects.yaml", "subjects: rose\n",
      refusal: "vocabulary/subjects.yaml:1: subjects: expected a list"),
    .replacing(
      "a list for a text", in: "gaps/price.yaml", "title: what plants cost", with: "title: [a, b]",
      refusal: "gaps/price.yaml:1: title: expected text"),
    .replacing(
      "a word for a flag", in: "vocabulary/subjects.yaml", "other: true", with: "other: maybe",
      refusal: "vocabulary/subjects.yaml:12: other: expected true or false"),
    .appending(
      "an empty item", to: "gaps/price.yaml", "  - \n",
      refusal: "gaps/price.yaml:8: questions: expected text in the list"),
  ])
  func refusesWhatIsNotOfTheRightForm(broken: BrokenFile) throws { try check(broken) }

  @Test(arguments: [
    BrokenFile.appending(
      "document", to: "documents/rose/document.yaml", "colour: red",
      refusal: "documents/rose/document.yaml:12: colour: unknown key"),
    .replacing(
      "section", in: "documents/rose/care.md", "source: Care", with: "source: Care\nheading: Care",
      refusal: "documents/rose/care.md:5: heading: unknown key"),
    .appending("gap", to: "gaps/price.yaml", "offers: [rose/care]", refusal: "gaps/price.yaml:8: offers: unknown key"),
    .replacing(
      "small talk", in: "smalltalk.yaml", "reply: You", with: "answer: You",
      refusal: "smalltalk.yaml:5: answer: unknown key"),
    .replacing(
      "fact", in: "facts.yaml", "case: rose-sun", with: "suite: rose-sun", refusal: "facts.yaml:2: suite: unknown key"),
    .appending(
      "subjects file", to: "vocabulary/subjects.yaml", "subject: []",
      refusal: "vocabulary/subjects.yaml:14: subject: unknown key"),
    .replacing(
      "subject", in: "vocabulary/subjects.yaml", "names: [tulip", with: "name: [tulip",
      refusal: "vocabulary/subjects.yaml:8: name: unknown key"),
    .replacing(
      "aspect", in: "vocabulary/aspects.yaml", "stand_ins:", with: "standins:",
      refusal: "vocabulary/aspects.yaml:3: standins: unknown key"),
    .replacing(
      "facet", in: "vocabulary/facets.yaml", "covered: []", with: "cover: []",
      refusal: "vocabulary/facets.yaml:3: cover: unknown key"),
    .appending(
      "spelling", to: "vocabulary/spelling.yaml", "repair: {}",
      refusal: "vocabulary/spelling.yaml:6: repair: unknown key"),
    .appending(
      "heading of questions", to: "documents/rose/care.questions.txt", "# vioce: child",
      refusal: "documents/rose/care.questions.txt:8: vioce: unknown heading"),
    .appending(
      "expectation where the file decides", to: "negatives/off-topic.txt", "# expect: decline",
      refusal: "negatives/off-topic.txt:4: expect: unknown heading"),
  ])
  func refusesAnUnknownKey(broken: BrokenFile) throws { try check(broken) }

  @Test(arguments: ["title", "short", "subject", "kind", "source", "reviewed", "covers"])
  func refusesADocumentThatLacksAKey(key: String) throws {
    try KnowledgeFixture.use { fixture in
      let lines = try fixture.text("documents/rose/document.yaml").split(separator: "\n")
      try fixture.write(
        "documents/rose/document.yaml", lines.filter { !$0.hasPrefix(key + ":") }.joined(separator: "\n"))
      #expect(fixture.refusals() == ["documents/rose/document.yaml:1: \(key): is missing or empty"])
    }
  }

  @Test(arguments: [
    BrokenFile.replacing(
      "section", in: "documents/rose/care.md", "aspect: care\n", with: "",
      refusal: "documents/rose/care.md:2: aspect: is missing"),
    .replacing(
      "section, value empty", in: "documents/rose/care.md", "source: Care", with: "source:",
      refusal: "documents/rose/care.md:4: source: is missing or empty"),
    .replacing(
      "gap", in: "gaps/price.yaml", "title: what plants cost\n", with: "",
      refusal: "gaps/price.yaml:1: title: is missing"),
    .replacing(
      "small talk", in: "smalltalk.yaml", "  reply: You are welcome.\n", with: "",
      refusal: "smalltalk.yaml:5: reply: is missing"),
    .replacing("fact", in: "facts.yaml", ", case: rose-sun", with: "", refusal: "facts.yaml:2: case: is missing"),
    .replacing(
      "subject", in: "vocabulary/subjects.yaml", "    title: tulips\n", with: "",
      refusal: "vocabulary/subjects.yaml:6: title: is missing"),
  ])
  func refusesAMissingKey(broken: BrokenFile) throws { try check(broken) }

  @Test(arguments: [
    BrokenFile.replacing(
      "gap", in: "gaps/price.yaml", "[rose/care]", with: "\n  - rose/care\n  - rose/cares",
      refusal: "gaps/price.yaml:5: offer: there is no section \"rose/cares\""),
    .appending(
      "document", to: "documents/rose/document.yaml", "  - rose/thorns",
      refusal: "documents/rose/document.yaml:12: sections: there is no section \"rose/thorns\""),
    .replacing(
      "facet", in: "vocabulary/facets.yaml", "tulip/care]", with: "tulip/cares]",
      refusal: "vocabulary/facets.yaml:7: covered: there is no section \"tulip/cares\""),
    .replacing(
      "fact", in: "facts.yaml", "section: rose/care", with: "section: rose/cares",
      refusal: "facts.yaml:2: section: there is no section \"rose/cares\""),
    .appending(
      "calibration", to: "calibration/mixed.txt", "# expect: rose/cares\nhow do roses feel",
      refusal: "calibration/mixed.txt:15: there is no section \"rose/cares\""),
    .replacing(
      "stand-in", in: "vocabulary/aspects.yaml", "{rose: rose/overview}", with: "{rose: rose/view}",
      refusal: "vocabulary/aspects.yaml:3: stand_ins: there is no section \"rose/view\""),
    .writing(
      "question file", "documents/rose/soil.questions.txt", "what soil do roses like",
      refusal: "documents/rose/soil.questions.txt: there is no section file rose/soil.md beside it"),
  ])
  func refusesAnUnknownSection(broken: BrokenFile) throws { try check(broken) }

  @Test(arguments: [
    BrokenFile.replacing(
      "subject of a document", in: "documents/rose/document.yaml", "subject: rose", with: "subject: oak",
      refusal: "documents/rose/document.yaml:3: subject: there is no subject of vocabulary/subjects.yaml \"oak\""),
    .replacing(
      "aspect of a section", in: "documents/rose/care.md", "aspect: care", with: "aspect: carre",
      refusal: "documents/rose/care.md:3: aspect: there is no aspect of vocabulary/aspects.yaml \"carre\""),
    .replacing(
      "subject of a gap", in: "gaps/tulip-pests.yaml", "subject: tulip", with: "subject: oak",
      refusal: "gaps/tulip-pests.yaml:2: subject: there is no subject \"oak\""),
    .replacing(
      "aspect of a gap", in: "gaps/tulip-pests.yaml", "aspect: pests", with: "aspect: peste",
      refusal: "gaps/tulip-pests.yaml:3: aspect: there is no aspect \"peste\""),
    .replacing(
      "gap of a subject", in: "vocabulary/subjects.yaml", "gap: other-lily", with: "gap: lily",
      refusal: "vocabulary/subjects.yaml:13: gap: there is no gap \"lily\""),
    .replacing(
      "gap of a facet", in: "vocabulary/facets.yaml", "gap: price", with: "gap: prize",
      refusal: "vocabulary/facets.yaml:4: gap: there is no gap \"prize\""),
    .writing(
      "aspect of shared questions", "questions/soil.txt", "what soil does a {subject} like",
      refusal: "questions/soil.txt:1: there is no aspect \"soil\""),
    .appending(
      "gap of calibration", to: "calibration/mixed.txt", "# expect: gap:colour\nwhich red is that",
      refusal: "calibration/mixed.txt:15: there is no gap \"colour\""),
    .appending(
      "small talk of calibration", to: "calibration/mixed.txt", "# expect: smalltalk:bye\nsee you",
      refusal: "calibration/mixed.txt:15: there is no small talk \"bye\""),
    .appending(
      "negatives of calibration", to: "calibration/mixed.txt", "# expect: negative:rude\nget lost",
      refusal: "calibration/mixed.txt:15: there is no file of negatives/ for \"rude\""),
    .appending(
      "label of no known form", to: "calibration/mixed.txt", "# expect: roses\nget lost",
      refusal: "calibration/mixed.txt:14: expect: \"roses\" names no section, gap or other label"),
    .writing(
      "calibration without a label", "calibration/more.txt", "what is this\n",
      refusal: "calibration/more.txt:1: expect: no \"# expect:\" heading stands above this line"),
  ])
  func refusesAnUnknownReference(broken: BrokenFile) throws { try check(broken) }

  @Test(arguments: [
    BrokenFile.appending(
      "a section listed twice", to: "documents/rose/document.yaml", "  - rose/care",
      refusal: "documents/rose/document.yaml:12: sections: the section \"rose/care\" stands twice"),
    .appending(
      "a section of another document", to: "documents/rose/document.yaml", "  - tulip/care",
      refusal: "documents/rose/document.yaml:12: sections: \"tulip/care\" belongs to another document"),
    .replacing(
      "a section not listed", in: "documents/rose/document.yaml", "  - rose/care\n", with: "",
      refusal: "documents/rose/care.md: is not listed"),
    .replacing(
      "two sections of one title", in: "documents/rose/care.md", "title: Care of roses", with: "title: Pests of roses",
      refusal: "documents/rose/care.md:2: title: another section has the same title"),
    .replacing(
      "two facts of one id", in: "facts.yaml", "id: rose-02", with: "id: rose-01",
      refusal: "facts.yaml:2: id: the fact \"rose-01\" stands twice"),
    .replacing(
      "two subjects of one id", in: "vocabulary/subjects.yaml", "id: lily", with: "id: rose",
      refusal: "vocabulary/subjects.yaml:9: id: the subject \"rose\" stands twice"),
    .replacing(
      "two aspects of one id", in: "vocabulary/aspects.yaml", "id: pests", with: "id: care",
      refusal: "vocabulary/aspects.yaml:6: id: the aspect \"care\" stands twice"),
    .replacing(
      "two facets of one id", in: "vocabulary/facets.yaml", "id: season", with: "id: price",
      refusal: "vocabulary/facets.yaml:5: id: the facet \"price\" stands twice"),
    .appending(
      "a question in two files", to: "documents/tulip/care.questions.txt", "What Is A Rose",
      refusal: "documents/tulip/care.questions.txt:7: the question \"What Is A Rose\" stands in "
        + "documents/rose/overview.questions.txt:2 already"),
    .appending(
      "a question in a gap and a section", to: "gaps/price.yaml", "  - rose care",
      refusal: "gaps/price.yaml:8: the question \"rose care\" stands in documents/rose/care.questions.txt:6 already"),
    .appending(
      "a calibration question that is trained on", to: "calibration/mixed.txt", "rose care",
      refusal: "calibration/mixed.txt:14: the question \"rose care\" stands in"),
  ])
  func refusesWhatStandsTwice(broken: BrokenFile) throws { try check(broken) }

  @Test(arguments: [
    BrokenFile.writing(
      "an empty section", "documents/rose/care.md", "---\ntitle: Care\naspect: care\nsource: Care\n---\n\n",
      refusal: "documents/rose/care.md:5: the section is empty"),
    .writing(
      "no front matter", "documents/rose/care.md", "Roses like sun.\n",
      refusal: "documents/rose/care.md:1: expected front matter"),
    .writing(
      "front matter without an end", "documents/rose/care.md", "---\ntitle: Care\nRoses like sun.\n",
      refusal: "documents/rose/care.md:1: expected front matter"),
    .writing(
      "empty front matter", "documents/rose/care.md", "---\n---\nRoses like sun.\n",
      refusal: "documents/rose/care.md:1: the front matter is empty"),
    .writing("an empty file", "documents/rose/care.md", "", refusal: "documents/rose/care.md:1: expected front matter"),
    .replacing(
      "a list without introduction", in: "documents/rose/care.md", "Cut off:", with: "Cut off these.",
      refusal: "documents/rose/care.md:10: a list needs a sentence before it that ends in a colon"),
    .replacing(
      "a heading", in: "documents/rose/care.md", "Cut off:", with: "## Cut off:",
      refusal: "documents/rose/care.md:8: only paragraphs"),
    .replacing(
      "bold words", in: "documents/rose/care.md", "like sun", with: "like **sun**",
      refusal: "documents/rose/care.md:6: only paragraphs"),
    .replacing(
      "a link", in: "documents/rose/care.md", "like sun", with: "like [sun](sun.html)",
      refusal: "documents/rose/care.md:6: only paragraphs"),
    .replacing(
      "HTML", in: "documents/rose/care.md", "like sun", with: "like <b>sun</b>",
      refusal: "documents/rose/care.md:6: only paragraphs"),
  ])
  func refusesABrokenSection(broken: BrokenFile) throws { try check(broken) }

  @Test(arguments: ["2026-02-30", "soon", "22 November 2026"]) func refusesABadDate(date: String) throws {
    try KnowledgeFixture.use { fixture in
      try fixture.replace(in: "documents/rose/document.yaml", "2026-11-01", with: date)
      #expect(
        fixture.refusals() == [
          "documents/rose/document.yaml:6: reviewed: expected a day such as 2026-11-22, found \"\(date)\""
        ])
    }
  }

  @Test(arguments: [
    "notes/todo.txt", "gaps/cost.yml", "gaps/more/cost.yaml", "documents/rose/notes.txt", "documents/stray.md",
    "documents/rose/care/document.yaml", "questions/care.yaml", "vocabulary/verbs.yaml", "smalltalk.yml", "README.md",
    "gaps/price.yaml~",
  ])
  func refusesAFileThatNobodyWouldRead(path: String) throws {
    try KnowledgeFixture.use { fixture in
      try fixture.write(path, "title: a\n")
      #expect(fixture.refusals() == ["\(path): is not a file of the knowledge folder; move or rename it"])
    }
  }

  @Test func leavesHiddenFilesAlone() throws {
    try KnowledgeFixture.use { fixture in
      try fixture.write(".DS_Store", "x")
      try fixture.write("gaps/.price.yaml.swp", "x")
      #expect(fixture.refusals().isEmpty)
    }
  }

  @Test func refusesTextThatIsNotUTF8() throws {
    try KnowledgeFixture.use { fixture in
      try fixture.write("gaps/price.yaml", Data("title: a\nreply: caf".utf8) + Data([0xE9]) + Data(" b\n".utf8))
      try fixture.write("documents/rose/care.questions.txt", Data([0xFF, 0xFE]))
      #expect(
        fixture.refusals() == [
          "documents/rose/care.questions.txt:1: is not UTF-8 text; save the file as UTF-8",
          "gaps/price.yaml:2: is not UTF-8 text; save the file as UTF-8",
        ])
    }
  }

  @Test(arguments: ["smalltalk.yaml", "documents/rose/care.md", "gaps/price.yaml"])
  func refusesAFolderInPlaceOfAFile(path: String) throws {
    try KnowledgeFixture.use { fixture in
      try fixture.remove(path)
      try FileManager.default.createDirectory(at: fixture.url(path), withIntermediateDirectories: true)
      #expect(fixture.refusals() == ["\(path): is a folder; expected a file of this name"])
    }
  }

  @Test func refusesALink() throws {
    try KnowledgeFixture.use { fixture in
      try FileManager.default.createSymbolicLink(
        at: fixture.url("gaps/link.yaml"), withDestinationURL: fixture.url("gaps/price.yaml"))
      #expect(fixture.refusals() == ["gaps/link.yaml: is a link or a device; put the file itself here"])
    }
  }

  @Test(.disabled(if: geteuid() == 0, "the superuser may read everything"))
  func refusesAFileThatMayNotBeRead() throws {
    try KnowledgeFixture.use { fixture in
      let path = fixture.url("gaps/price.yaml").path
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      #expect(fixture.refusals() == ["gaps/price.yaml: cannot be read; check that it exists and may be read"])
    }
  }

  @Test func refusesAMissingFolder() throws {
    try KnowledgeFixture.use { fixture in
      try FileManager.default.removeItem(at: fixture.folder.url)
      #expect(fixture.refusals().count == 1)
      #expect(fixture.refusals().first?.contains("--home or MARROW_HOME") == true)
    }
  }

  @Test func refusesAnEmptyFolder() throws {
    try KnowledgeFixture.use { fixture in
      try FileManager.default.removeItem(at: fixture.folder.url)
      try FileManager.default.createDirectory(at: fixture.folder.url, withIntermediateDirectories: true)
      #expect(fixture.refusals().first?.contains("no knowledge in") == true)
    }
  }

  @Test func refusesAFolderWithoutDocuments() throws {
    try KnowledgeFixture.use { fixture in
      try fixture.remove("documents")
      #expect(fixture.refusals().contains("documents: no document.yaml in any folder below it"))
    }
  }
}
