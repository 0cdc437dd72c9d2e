import Answering
import Chat
import Daemon
import Delivery
import Foundation
import HTTPTypes
import Knowledge
import KnowledgeFixture
import Matching
import Testing

@Suite("The desk's page")
struct DeskPageTests {
  private static let token = "a-token-for-the-desk-1"

  /// Starts a daemon with a desk.
  private func use(
    _ configure: (inout Settings) -> Void = { _ in }, _ body: (RunningDaemon) async throws -> Void
  ) async throws {
    try await RunningDaemon.use(plan: { $0.deskToken = Secret(Self.token) }, configure, body)
  }

  /// The desk as somebody sees it who has just signed in.
  private func desk(_ daemon: RunningDaemon) async throws -> String {
    let session = try await daemon.send(
      .post, "/desk/session", headers: [.contentType: "application/x-www-form-urlencoded"],
      body: Data("token=\(Self.token)".utf8))
    let cookie = try #require(session.headers[.setCookie]?.split(separator: ";").first)
    let page = try await daemon.send(.get, "/desk", headers: [.cookie: String(cookie)])
    return String(decoding: page.body, as: UTF8.self)
  }

  private func ask(_ question: String, _ daemon: RunningDaemon) async throws {
    let body = try JSONEncoder().encode(["question": question])
    let response = try await daemon.post("/v1/ask", String(decoding: body, as: UTF8.self))
    #expect(response.status == 200)
  }

  /// Puts one suite with these cases in the place of the fixture's.
  private func suite(_ cases: String, _ daemon: RunningDaemon) throws {
    try daemon.fixture.remove("suites")
    try daemon.fixture.write("suites/desk.yaml", "suite: desk\nabout: A test.\ncases:\n" + cases + "\n")
  }

  /// Leaves a report of the fixture's suites where the desk looks for it.
  private func check(_ daemon: RunningDaemon, to file: URL) throws {
    let source = KnowledgeSource(
      folder: daemon.fixture.folder, cache: .init(folder: RunningDaemon.cache), region: nil)
    let responder = try source.load()
    let suites = try SuiteFolder(daemon.fixture.folder, knowledge: responder.knowledge).all()
    let results = SuiteRunner(responder).run(suites) { _, _ in }
    let report = CheckReport(
      suites: results, coverage: Coverage(of: suites, results: results, knowledge: responder.knowledge),
      knowledge: responder.knowledge.digest, model: responder.modelName)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try JSONReport.render(report).write(to: file)
  }

  @Test("Without a report it says so, and which command leaves one")
  func noReport() async throws {
    try await use { daemon in
      let page = try await desk(daemon)
      #expect(page.contains("No report yet."))
      #expect(page.contains("marrow check --json '\(daemon.state.url.path)/check.json'"))
    }
  }

  @Test("The last report is shown with when it was made, its suites and what failed; mark-up in it is text")
  func report() async throws {
    try await use { daemon in
      try suite(
        """
          - id: rose-price
            why: "a test"
            question: "<script>alert(1)</script> what is a rose"
            expect: {kind: decline, reason: "gap:price"}
        """, daemon)
      try check(daemon, to: daemon.state.url.appendingPathComponent("check.json"))
      let page = try await desk(daemon)
      for words in [
        "Below a floor", "1 failed", "desk / rose-price", "suites/desk.yaml:4", "- reason: gap:price",
        "&lt;script&gt;alert(1)", "<time datetime=",
      ] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(!page.contains("<script") && !page.contains("of other knowledge"))
    }
  }

  @Test("A report of other knowledge than is served is called that; a new one is seen at once")
  func otherKnowledge() async throws {
    try await use { daemon in
      let file = daemon.state.url.appendingPathComponent("check.json")
      try suite(
        """
          - id: rose-what
            why: "a test"
            question: what is a rose
            expect: {kind: answer, sections: [rose/overview]}
        """, daemon)
      try check(daemon, to: file)
      var page = try await desk(daemon)
      #expect(page.contains("All floors held."))
      try daemon.fixture.replace(in: "documents/rose/care.md", "Care of roses", with: "Caring for roses")
      _ = try await daemon.control("POST", "/knowledge/reload")
      page = try await desk(daemon)
      #expect(page.contains("of other knowledge than is served now"))
      try check(daemon, to: file)
      page = try await desk(daemon)
      #expect(!page.contains("of other knowledge"))
    }
  }

  @Test("A file that is no report is refused in words; another file can be named")
  func brokenReport() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("marrow-report-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("<b>no report</b>".utf8).write(to: file)
    try await use({ $0.web.checkReport = file.path }) { daemon in
      let page = try await desk(daemon)
      #expect(page.contains("is no report of marrow check --json"))
    }
  }

  @Test("Every section has its reading grade, and there is a mean")
  func grades() async throws {
    try await use { daemon in
      let page = try await desk(daemon)
      #expect(page.contains("Reading grade (Flesch-Kincaid): mean ") && page.contains("0 of 5 above 8.0."))
      #expect(page.contains(#"<a href="/topics/rose/care">rose/<wbr>care</a>"#))
    }
  }

  @Test("Words of questions are nowhere unless collection is on, and the chat says what holds")
  func collectionOff() async throws {
    try await use { daemon in
      try await ask("how much does a rose cost", daemon)
      let page = try await desk(daemon)
      #expect(!page.contains("how much does a rose cost"))
      let chat = try await daemon.send(.get, "/")
      #expect(String(decoding: chat.body, as: UTF8.self).contains("It keeps nothing you type."))
    }
  }

  @Test("With collection on, words are shown redacted beside their count, and the chat says that they are kept")
  func collectionOn() async throws {
    try await use({ $0.web.collectQuestions = true }) { daemon in
      try await ask("how much does a rose cost, 0151 234567, asks Jonas of jonas@mail.example", daemon)
      try await ask("what is a rose", daemon)
      let page = try await desk(daemon)
      #expect(page.contains("gap:price") && page.contains("rose cost, [number]"))
      for words in ["0151", "Jonas", "jonas", "mail.example", "what is a rose"] {
        #expect(!page.contains(words), "\(words)")
      }
      let chat = try await daemon.send(.get, "/")
      let text = String(decoding: chat.body, as: UTF8.self)
      #expect(text.contains("without names or numbers") && !text.contains("It keeps nothing"))
    }
  }

  @Test("Words that are collected are in no log, no metric and no file")
  func collectionStaysInMemory() async throws {
    try await use({ $0.web.collectQuestions = true }) { daemon in
      try await ask("how much does a rose cost", daemon)
      let page = try await desk(daemon)
      #expect(page.contains("how much does a rose cost"))
      let metrics = try await daemon.metrics()
      #expect(!metrics.contains("rose cost") && !daemon.log.lines.contains { $0.contains("rose cost") })
      for file in try FileManager.default.subpathsOfDirectory(atPath: daemon.state.url.path) {
        let bytes = try? Data(contentsOf: daemon.state.url.appendingPathComponent(file))
        #expect(bytes?.range(of: Data("rose cost".utf8)) == nil, "\(file)")
      }
    }
  }

  @Test("What is asked in need is never kept, collection or not")
  func collectionAndSafety() async throws {
    try await use({ $0.web.collectQuestions = true }) { daemon in
      try await ask("should I stop taking the chemo pills, and how much does a rose cost", daemon)
      let page = try await desk(daemon)
      #expect(!page.contains("should I stop"))
    }
  }

  @Test("The same miss asked twice is one line, from memory or not")
  func cachedMiss() async throws {
    try await use { daemon in
      for _ in 0..<2 { try await ask("how much does a rose cost", daemon) }
      let page = try await desk(daemon)
      #expect(page.contains("<strong>2</strong> <code>gap:price</code>"))
      #expect(page.contains("Each day of the last week, today last: 0, 0, 0, 0, 0, 0, 2"))
    }
  }

  @Test("A wrong token is refused after a second, on the right one there is a desk")
  func token() async throws {
    try await use { daemon in
      let began = ContinuousClock.now
      let wrong = try await daemon.send(
        .post, "/desk/session", headers: [.contentType: "application/x-www-form-urlencoded"], body: Data("token=x".utf8)
      )
      #expect(wrong.status == 401 && wrong.headers[.setCookie] == nil)
      #expect(began.duration(to: .now) >= .seconds(1))
      let page = try await desk(daemon)
      #expect(page.contains("<main id=\"main\" class=\"wide desk\""))
    }
  }
}
