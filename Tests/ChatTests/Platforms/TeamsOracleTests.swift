import Chat
import Foundation
import Testing

@Suite("Teams, against a reader of Markdown and an HMAC of its own", .enabled(if: Oracle.isInstalled))
struct TeamsOracleTests {
  private struct Request: Encodable {
    let op: String
    var text: String?
    var token: String?
    var body: String?
  }

  private struct Reply: Decodable {
    let marks: [String]?
    let text: String?
    let header: String?
    let error: String?
  }

  @Test("What it signs, we accept; changed, we refuse")
  func acceptsTheirs() async throws {
    let platform = try TeamsTests.platform()
    let request = TeamsTests.activity("<at>Marrow</at> é 🙂")
    let sign = Request(op: "sign", token: TeamsTests.token, body: String(decoding: request.body, as: UTF8.self))
    let header = try #require(try await Oracle.ask("markdown_reading.py", [sign], as: Reply.self).first?.header)
    var signed = request
    signed.set([("authorization", header)])
    try await platform.verify(signed, at: TeamsTests.now)
    signed.body.append(0x20)
    await #expect(throws: WebhookRefusal.self) { try await platform.verify(signed, at: TeamsTests.now) }
  }

  @Test("A reader of Markdown finds our lists and no mark besides", arguments: SampleAnswer.allCases)
  func readsNoMarks(sample: SampleAnswer) async throws {
    let platform = try TeamsTests.platform()
    let event = try #require(ReadingTests.event(platform.read(TeamsTests.activity("x y"))))
    let text = try #require(try platform.render(sample.answer, for: event).first?.content(as: TextMessage.self).text)
    let reply = try #require(
      try await Oracle.ask("markdown_reading.py", [Request(op: "read", text: text)], as: Reply.self).first)
    #expect(reply.error == nil && reply.marks == [], "\(reply.marks ?? [])")
    #expect(reply.text?.contains(SampleAnswer.notice) == true)
    if sample == .markup {
      let plain = reply.text?.replacingLiteral("\u{200B}", with: "") ?? ""
      for mark in SampleAnswer.marks where !mark.contains("\n") { #expect(plain.contains(mark), "\(mark)") }
    }
  }
}
