import Daemon
import Delivery
import Foundation
import HTTPTypes
import KnowledgeFixture
import Testing

@Suite("Pages")
struct PagesTests {
  private func text(_ response: TransferResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test("A section's page has its words, source, date, parts of the address and the way to ask")
  func section() async throws {
    try await RunningDaemon.use { daemon in
      let page = text(try await daemon.send(.get, "/topics/rose/care"))
      for words in [
        "<h1>Care of roses</h1>", "<li>Dead wood</li>", "The Garden Book: Roses", "2026-11-01",
        "/#ask=Care%20of%20roses",
        "<html lang=\"en\">",
      ] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(!page.contains("<script"))
    }
  }

  @Test("Mark-up in the titles and sources of knowledge files is shown as text on every page")
  func markup() async throws {
    try await RunningDaemon.use { daemon in
      let bad = "<script>alert(1)</script>"
      try daemon.fixture.replace(in: "documents/rose/overview.md", "What a rose is", with: "What \(bad) is")
      try daemon.fixture.replace(in: "documents/rose/document.yaml", "The Garden Book", with: "The \(bad) Book")
      #expect(try await daemon.control("POST", "/knowledge/reload").contains("sha256:"))
      for path in ["/", "/topics", "/topics/rose/overview"] {
        let page = text(try await daemon.send(.get, path))
        #expect(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>"), "\(path)")
      }
    }
  }

  @Test("A page is sent again only where it changed")
  func unchanged() async throws {
    try await RunningDaemon.use { daemon in
      let first = try await daemon.send(.get, "/topics")
      let tag = try #require(first.headers[.eTag])
      let again = try await daemon.send(.get, "/topics", headers: [.ifNoneMatch: tag])
      #expect(again.status == 304 && again.body.isEmpty)
      try daemon.fixture.replace(in: "documents/rose/care.md", "Care of roses", with: "Caring for roses")
      _ = try await daemon.control("POST", "/knowledge/reload")
      #expect(try await daemon.send(.get, "/topics", headers: [.ifNoneMatch: tag]).status == 200)
    }
  }

  @Test("Pages of other origins may ask only where their origin is configured")
  func origins() async throws {
    try await RunningDaemon.use({ $0.web.origins = ["https://clinic.example"] }) { daemon in
      func ask(_ origin: String?) async throws -> TransferResponse {
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[.origin] = origin
        return try await daemon.send(
          .post, "/v1/ask", headers: headers, body: Data(#"{"question": "what is a rose"}"#.utf8))
      }
      #expect(try await ask(nil).status == 200)
      #expect(try await ask(daemon.address.url).status == 200)
      let allowed = try await ask("https://clinic.example")
      #expect(allowed.status == 200)
      #expect(allowed.headers[.accessControlAllowOrigin] == "https://clinic.example")
      for origin in [
        "https://elsewhere.example", "https://clinic.example.elsewhere.example", "null", "http://clinic.example",
      ] {
        let refused = try await ask(origin)
        #expect(refused.status == 403 && refused.headers[.accessControlAllowOrigin] == nil, "\(origin)")
      }
    }
  }

  @Test("Switched off, there is no page")
  func off() async throws {
    try await RunningDaemon.use({ $0.web.chat = false }) { daemon in
      for path in ["/", "/topics", "/embed.js"] {
        let status = try await daemon.send(.get, path).status
        #expect(status == 404, "\(path)")
      }
      let listing = try await daemon.send(.get, "/v1/sections")
      #expect(listing.status == 200)
    }
  }
}
