import Chat
import Foundation
import HTTPTypes
import Testing

/// How the keys of tokens are fetched and kept; Bot Framework stands for all.
@Suite("Keys of tokens")
struct KeySetTests {
  private typealias Samples = BotFrameworkSamples

  private func request(_ issuer: TokenIssuer = .known, name: String? = nil, at now: Date = Samples.now) throws
    -> WebhookRequest
  {
    let token = try issuer.token(Samples.claims(at: now), header: name.map { ["kid": $0] } ?? [:])
    return Samples.request(Samples.message("What is ALL?"), token: token)
  }

  private func statuses(_ requests: [WebhookRequest], of platform: any ChatPlatform, at now: Date) async -> [Int?] {
    await withTaskGroup(of: Int?.self) { group in
      for request in requests { group.addTask { await Samples.status(request, of: platform, at: now) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test("However many requests wait for the keys, they are fetched once, and then kept")
  func fetchesOnce() async throws {
    let fetcher = GatedFetcher(Samples.microsoft(keys: [try Samples.key()]))
    let platform = try Samples.platform(fetcher)
    let request = try request()
    fetcher.shut()
    async let all = statuses(Array(repeating: request, count: 50), of: platform, at: Samples.now)
    await fetcher.asked(1)
    fetcher.open()
    #expect(await all == Array(repeating: nil, count: 50))
    #expect(await Samples.status(request, of: platform, at: Samples.now + 600) == nil)
    #expect(fetcher.requests.map(\.url).map { $0.split(separator: "/").last } == ["openidconfiguration", "keys"])
    #expect(fetcher.requests.allSatisfy { $0.method == .get && $0.headers[.authorization] == nil && $0.body.isEmpty })
  }

  @Test("A burst of unknown names has the keys fetched once, and not again within five minutes")
  func bearsBursts() async throws {
    let fetcher = GatedFetcher(Samples.microsoft(keys: [try Samples.key()]))
    let platform = try Samples.platform(fetcher)
    #expect(await Samples.status(try request(), of: platform) == nil)
    let unknown = try (0..<100).map { try request(name: "made-up-\($0)") }
    #expect(await statuses(unknown, of: platform, at: Samples.now + 299) == Array(repeating: 403, count: 100))
    #expect(fetcher.requests.count == 2)
    #expect(await statuses(unknown, of: platform, at: Samples.now + 301) == Array(repeating: 403, count: 100))
    #expect(fetcher.requests.count == 4)
    #expect(await statuses(unknown, of: platform, at: Samples.now + 600) == Array(repeating: 403, count: 100))
    #expect(fetcher.requests.count == 4)
  }

  @Test("A new key is found by its first token")
  func findsNewKeys() async throws {
    let fetcher = GatedFetcher(Samples.microsoft(keys: [try Samples.key()]))
    let platform = try Samples.platform(fetcher)
    #expect(await Samples.status(try request(), of: platform) == nil)
    fetcher.answer(Samples.microsoft(keys: [try Samples.key(.later)]))
    #expect(await Samples.status(try request(.later), of: platform, at: Samples.now + 301) == nil)
    // The old one is published no longer.
    #expect(await Samples.status(try request(), of: platform, at: Samples.now + 302) == 403)
  }

  @Test("After a day the keys are fetched anew without keeping anybody waiting, and serve a second day if that fails")
  func renewsKeys() async throws {
    let fetcher = GatedFetcher(Samples.microsoft(keys: [try Samples.key()]))
    let platform = try Samples.platform(fetcher)
    #expect(await Samples.status(try request(), of: platform) == nil)
    fetcher.answer { _ in nil }
    for (hours, asked) in [(23.0, 2), (25, 3), (47, 4)] {
      let now = Samples.now + hours * 3600
      #expect(await Samples.status(try request(at: now), of: platform, at: now) == nil)
      await fetcher.asked(asked)
    }
    let late = Samples.now + 49 * 3600
    #expect(await Samples.status(try request(at: late), of: platform, at: late) == 503)
    fetcher.answer(Samples.microsoft(keys: [try Samples.key()]))
    #expect(await Samples.status(try request(at: late), of: platform, at: late + 11) == nil)
  }

  @Test("While the keys cannot be fetched requests get 503, and the server is asked every ten seconds at most")
  func saysUnavailable() async throws {
    let fetcher = GatedFetcher { _ in nil }
    let platform = try Samples.platform(fetcher)
    let requests = Array(repeating: try request(), count: 40)
    #expect(await statuses(requests, of: platform, at: Samples.now) == Array(repeating: 503, count: 40))
    #expect(await statuses(requests, of: platform, at: Samples.now + 9) == Array(repeating: 503, count: 40))
    #expect(fetcher.requests.count == 1)
    fetcher.answer(Samples.microsoft(keys: [try Samples.key()]))
    #expect(await Samples.status(requests[0], of: platform, at: Samples.now + 10) == nil)
  }

  @Test("A slow server keeps nobody waiting whose key is known")
  func bearsSlowness() async throws {
    let fetcher = GatedFetcher(Samples.microsoft(keys: [try Samples.key()]))
    let platform = try Samples.platform(fetcher)
    #expect(await Samples.status(try request(), of: platform) == nil)
    fetcher.shut()
    let unknown = try request(name: "made-up")
    async let waiting = Samples.status(unknown, of: platform, at: Samples.now + 400)
    await fetcher.asked(3)
    #expect(await Samples.status(try request(), of: platform, at: Samples.now + 400) == nil)
    fetcher.open()
    #expect(await waiting == 403)
  }

  @Test("One that waits no longer takes nothing from those who do")
  func bearsCancelling() async throws {
    let fetcher = GatedFetcher(Samples.microsoft(keys: [try Samples.key()]))
    let platform = try Samples.platform(fetcher)
    let request = try request()
    fetcher.shut()
    let first = Task { await Samples.status(request, of: platform) }
    await fetcher.asked(1)
    async let second = Samples.status(request, of: platform)
    first.cancel()
    fetcher.open()
    #expect(await second == nil)
    #expect(fetcher.requests.count == 2)
  }

  /// What a broken or hostile server may say in place of its keys.
  static let hostile: [(String, OutgoingResponse?)] = [
    ("no response", nil), ("redirect", OutgoingResponse(status: 302, headers: [.location: "http://169.254.169.254/"])),
    ("not found", Samples.json("{}", status: 404)), ("error", Samples.json("{}", status: 500)),
    ("empty", Samples.json("")), ("page", Samples.json("<html>sign in</html>")), ("list", Samples.json("[]")),
    ("no keys", Samples.json(#"{"keys":[]}"#)), ("odd keys", Samples.json(#"{"keys":[7,null]}"#)),
    ("huge", OutgoingResponse(status: 200, body: Data(repeating: 0x20, count: 10_000_000) + Data("{}".utf8))),
    ("deep", Samples.json(String(repeating: "[", count: 200_000))),
    (
      "many",
      Samples.json(
        #"{"keys":["#
          + Array(repeating: #"{"kty":"RSA","kid":"k","n":"AQAB","e":"AQAB"}"#, count: 200).joined(separator: ",")
          + "]}")
    ),
    (
      "weak",
      Samples.json(#"{"keys":[{"kty":"RSA","kid":"key-1","n":"\#(String(repeating: "x", count: 171))","e":"AQAB"}]}"#)
    ),
    (
      "large",
      Samples.json(#"{"keys":[{"kty":"RSA","kid":"key-1","n":"\#(String(repeating: "x", count: 9000))","e":"AQAB"}]}"#)
    ),
    ("secret", Samples.json(#"{"keys":[{"kty":"oct","kid":"key-1","k":"AAAA"}]}"#)),
  ]

  @Test("A broken or hostile server of keys gives 503", arguments: hostile.indices)
  func bearsHostility(index: Int) async throws {
    let (name, answer) = Self.hostile[index]
    let good = Samples.microsoft(keys: [])
    let fetcher = GatedFetcher { $0.url.hasSuffix("keys") ? answer : good($0) }
    let platform = try Samples.platform(fetcher)
    #expect(await Samples.status(try request(), of: platform) == 503, "\(name)")
  }

  @Test(
    "Metadata that leads elsewhere than to https leads nowhere",
    arguments: [
      "{}", "[]", "", #"{"jwks_uri":7}"#, #"{"jwks_uri":"http://login.botframework.com/keys"}"#,
      #"{"jwks_uri":"file:///etc/passwd"}"#, #"{"jwks_uri":""}"#,
    ])
  func bearsBadMetadata(metadata: String) async throws {
    let fetcher = GatedFetcher { _ in Samples.json(metadata) }
    let platform = try Samples.platform(fetcher)
    #expect(await Samples.status(try request(), of: platform) == 503)
    #expect(fetcher.requests.count == 1)
  }
}
