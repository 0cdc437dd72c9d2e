import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Zulip, against its own receiver", .enabled(if: Oracle.isInstalled))
struct ZulipOracleTests {
  private struct Request: Encodable {
    var op = "receive"
    var email = ZulipSamples.email
    var token = ZulipSamples.token
    var name = "Marrow"
    let body: String
  }

  private struct Reply: Decodable {
    let status: Int
    let body: String
    let seen: [String]
  }

  @Test("The Botserver takes and refuses the same requests, reads the same questions and answers the same")
  func agrees() async throws {
    let bodies = try [
      ZulipSamples.mention("@**Marrow** what is ALL?"), ZulipSamples.mention("@**Marrow|7** is 3 < 4 & \"why\" é 🙂"),
      ZulipSamples.direct("what is ALL?"), ZulipSamples.direct("first\nsecond", others: [23]),
      ZulipSamples.mention("@**Marrow** x", token: "another"),
    ]
    let platform = try ZulipSamples.platform()
    let replies = try await Oracle.ask("zulip_receiver.py", bodies.map { Request(body: $0) }, as: Reply.self)
    for (body, reply) in zip(bodies, replies) {
      let request = ZulipSamples.request(body)
      do {
        try await platform.verify(request, at: request.receivedAt)
      } catch {
        #expect(Int(error.status.code) == reply.status)
        continue
      }
      guard case .events(let events, _, let response) = try platform.read(request) else {
        Issue.record("no event")
        continue
      }
      #expect(reply.status == 200 && events.map(\.text) == reply.seen)
      let theirs = try JSONDecoder().decode([String: Bool].self, from: Data(reply.body.utf8))
      #expect(try JSONDecoder().decode([String: Bool].self, from: response.body) == theirs)
    }
  }

  @Test("It takes and reads what we make for trials")
  func takesOurs() async throws {
    let platform = try ZulipSamples.platform()
    let request = try #require(platform.simulated(question: "What is é 🙂?", user: "u", at: Date()))
    // The server always says which bot it is for, and what called for it.
    let body = String(decoding: request.body, as: UTF8.self).dropFirst()
      .replacing(#""message":{"#, with: #""message":{"content":"What is é 🙂?","#)
    let full = #"{"bot_email":"\#(ZulipSamples.email)","trigger":"direct_message","# + body
    let reply = try await Oracle.ask("zulip_receiver.py", [Request(body: full)], as: Reply.self).first
    #expect(reply?.status == 200 && reply?.seen == ["What is é 🙂?"])
  }
}
