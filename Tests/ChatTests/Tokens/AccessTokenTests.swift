import Chat
import Foundation
import HTTPTypes
import Testing

/// How access tokens are fetched and kept; Bot Framework stands for all.
@Suite("Access tokens")
struct AccessTokenTests {
  private typealias Samples = BotFrameworkSamples

  private func bearers(_ count: Int, of platform: any ChatPlatform, at now: Date) async throws -> [String] {
    let event = try #require(
      ReadingTests.event(platform.read(Samples.request(Samples.message("What is ALL?"), token: nil))))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    return await withTaskGroup(of: String.self) { group in
      for _ in 0..<count {
        group.addTask {
          do throws(OutgoingFailure) {
            let request = try await platform.outgoing(
              message, to: event.destination, context: SendContext(key: "k", now: now))
            return request.headers[.authorization] ?? "none"
          } catch { return "\(error)" }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test("One is asked for, by the documented form, however many messages wait, and kept while it holds")
  func fetchesOnce() async throws {
    let fetcher = GatedFetcher(Samples.microsoft(keys: []))
    let platform = try Samples.platform(fetcher)
    #expect(try await bearers(30, of: platform, at: Samples.now) == Array(repeating: "Bearer eyJ.a.b", count: 30))
    #expect(try await bearers(1, of: platform, at: Samples.now + 3299) == ["Bearer eyJ.a.b"])
    let request = try #require(fetcher.requests.first)
    #expect(fetcher.requests.count == 1 && request.method == .post)
    #expect(request.headers[.contentType] == "application/x-www-form-urlencoded")
    let form = FormBody(request.body)
    #expect(form["grant_type"] == "client_credentials" && form["scope"] == "https://api.botframework.com/.default")
    #expect(form["client_id"] == Samples.appID && form["client_secret"] == "p&ss=word" && form.pairs.count == 4)
    #expect(try await bearers(1, of: platform, at: Samples.now + 3301) == ["Bearer eyJ.a.b"])
    #expect(fetcher.requests.count == 2)
  }

  @Test("A token that lives shortly is used for half its life; one without a life for an hour")
  func keepsLives() async throws {
    for (life, good, over) in [(#","expires_in":100"#, 49.0, 51.0), ("", 3299, 3301), (#","expires_in":0"#, -1, 1)] {
      let fetcher = GatedFetcher(Samples.microsoft(keys: [], token: #"{"access_token":"t"\#(life)}"#))
      let platform = try Samples.platform(fetcher)
      for (seconds, count) in [(0.0, 1), (good, 1), (over, 2)] where seconds >= 0 {
        #expect(try await bearers(1, of: platform, at: Samples.now + seconds) == ["Bearer t"])
        #expect(fetcher.requests.count == count)
      }
    }
  }

  @Test(
    "Where there is none, messages wait; the server is asked every ten seconds at most",
    arguments: [
      nil, Samples.json(#"{"error":"invalid_client"}"#, status: 401), Samples.json("{}"), Samples.json("<html>"),
      Samples.json(#"{"access_token":""}"#), Samples.json(#"{"access_token":"a\r\nX-Evil: b"}"#),
      Samples.json(#"{"access_token":"\#(String(repeating: "a", count: 100_000))"}"#),
      OutgoingResponse(status: 302, headers: [.location: "https://evil.example/"]),
    ])
  func waits(answer: OutgoingResponse?) async throws {
    let fetcher = GatedFetcher { _ in answer }
    let platform = try Samples.platform(fetcher)
    let failed = try await bearers(20, of: platform, at: Samples.now)
    #expect(failed.allSatisfy { $0.hasPrefix("unavailable") } && fetcher.requests.count == 1)
    fetcher.answer(Samples.microsoft(keys: []))
    #expect(try await bearers(1, of: platform, at: Samples.now + 9)[0].hasPrefix("unavailable"))
    #expect(try await bearers(1, of: platform, at: Samples.now + 10) == ["Bearer eyJ.a.b"])
  }

  @Test("The tenant stands in the token server's address")
  func namesTenant() async throws {
    let fetcher = GatedFetcher { _ in Samples.json(#"{"access_token":"t"}"#) }
    let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    #expect(
      try await bearers(1, of: try Samples.platform(fetcher, options: ["tenant": tenant]), at: Samples.now) == [
        "Bearer t"
      ])
    #expect(fetcher.requests.map(\.url) == ["https://login.microsoftonline.com/\(tenant)/oauth2/v2.0/token"])
    for tenant in ["", "a/b", "..", "a?b", "a b"] {
      #expect(throws: SettingsProblem.self) { try Samples.platform(fetcher, options: ["tenant": tenant]) }
    }
  }
}
