import Knowledge
import KnowledgeFixture
import Testing

@Suite struct DigestTests {
  /// Whether a change of the folder changes its digest.
  private func changes(_ change: (KnowledgeFixture) throws -> Void) throws -> Bool {
    try KnowledgeFixture.use { fixture in
      let before = try fixture.folder.digest()
      try change(fixture)
      return try fixture.folder.digest() != before
    }
  }

  @Test func isTheSameForTheSameFiles() throws {
    let one = try KnowledgeFixture.use { try $0.folder.digest() }
    let two = try KnowledgeFixture.use { try $0.folder.digest() }
    #expect(one == two)
    #expect(one.hasPrefix("sha256:") && one.count == 71)
    #expect(try KnowledgeFixture.use { try $0.load().knowledge.digest } == one)
  }

  @Test(arguments: [
    "documents/rose/care.md", "documents/rose/care.questions.txt", "gaps/price.yaml", "vocabulary/synonyms.yaml",
    "calibration/mixed.txt", "negatives/off-topic.txt", "questions/care.txt", "smalltalk.yaml", "safety/notices.yaml",
  ])
  func changesWithContent(path: String) throws {
    #expect(try changes { try $0.append(to: path, "\n") })
  }

  @Test func changesWithNames() throws {
    #expect(
      try changes { fixture in
        try fixture.write("negatives/on-topic.txt", try fixture.text("negatives/off-topic.txt"))
        try fixture.remove("negatives/off-topic.txt")
      })
  }

  @Test func staysWithSuitesFactsAndHiddenFiles() throws {
    #expect(
      try !changes { fixture in
        try fixture.append(to: "suites/basic.yaml", "\n# more\n")
        try fixture.write("suites/other.yaml", "suite: other\n")
        try fixture.remove("facts.yaml")
        try fixture.write(".note", "x")
      })
  }
}
