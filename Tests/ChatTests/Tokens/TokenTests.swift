import Chat
import Foundation
import HTTPTypes
import Testing

/// Which tokens are accepted; Bot Framework stands for all.
@Suite("Signed tokens")
struct TokenTests {
  private typealias Samples = BotFrameworkSamples

  private func platform() throws -> any ChatPlatform {
    try Samples.platform(GatedFetcher(Samples.microsoft(keys: [try Samples.key()])))
  }

  private func status(_ token: String?, at now: Date = Samples.now) async throws -> Int? {
    await Samples.status(Samples.request(Samples.message("What is ALL?"), token: token), of: try platform(), at: now)
  }

  @Test("A token is good from five minutes before its beginning to five minutes after its end")
  func keepsTime() async throws {
    let token = try TokenIssuer.known.token(Samples.claims())
    for (seconds, isGood) in [(-301.0, false), (-300, true), (0, true), (3900, true), (3901, false), (86_400, false)] {
      #expect(try await status(token, at: Samples.now + seconds) == (isGood ? nil : 403), "\(seconds) s")
    }
    let unbegun = try TokenIssuer.known.token(Samples.claims(["nbf": nil, "iat": 1_790_000_301]))
    #expect(try await status(unbegun) == 403)
  }

  @Test("An audience may be one of several, a time may have a fraction, an unknown claim may be there")
  func readsForms() async throws {
    for claims: [String: Any?] in [
      ["aud": ["x", Samples.appID]], ["exp": 1_790_000_000.5], ["nbf": nil],
      ["odd": ["a": [1, 2]], "iat": 1_790_000_000],
    ] {
      #expect(try await status(try TokenIssuer.known.token(Samples.claims(claims))) == nil)
    }
  }

  @Test("Claims that are wrong, missing or of another type are refused with 403")
  func refusesClaims() async throws {
    let cases: [[String: Any?]] = [
      ["iss": "https://api.botframework.us"], ["iss": "https://api.botframework.com/"], ["iss": nil], ["iss": 7],
      ["iss": ["https://api.botframework.com"]], ["aud": "other"], ["aud": nil], ["aud": []], ["aud": 7],
      ["aud": Samples.appID.uppercased()], ["exp": nil], ["exp": "1790003600"], ["exp": -1], ["nbf": "soon"],
      ["nbf": 1_790_003_600], ["serviceurl": nil], ["serviceurl": "https://evil.example/"], ["serviceurl": 7],
      ["serviceurl": "https://smba.trafficmanager.net/amer"],
    ]
    for claims in cases {
      #expect(try await status(try TokenIssuer.known.token(Samples.claims(claims))) == 403, "\(claims)")
    }
  }

  @Test("Headers that name another algorithm, no key, or demands are refused with 403")
  func refusesHeaders() async throws {
    let cases: [[String: Any?]] = [
      ["alg": "none"], ["alg": "None"], ["alg": "HS256"], ["alg": "RS384"], ["alg": "PS256"], ["alg": "rs256"],
      ["alg": nil], ["alg": ["RS256"]], ["kid": nil], ["kid": ""], ["kid": 7],
      ["kid": String(repeating: "k", count: 300)], ["crit": ["exp"], "exp": 1],
    ]
    for header in cases {
      #expect(try await status(try TokenIssuer.known.token(Samples.claims(), header: header)) == 403, "\(header)")
    }
    // The key that a header brings along is not believed.
    let own = try JSONSerialization.jsonObject(with: Data(try TokenIssuer.foreign.jwk().utf8))
    #expect(try await status(try TokenIssuer.foreign.token(Samples.claims(), header: ["jwk": own])) == 403)
  }

  @Test("Tokens of other forms and by other keys are refused with 403")
  func refusesForms() async throws {
    let good = try TokenIssuer.known.token(Samples.claims())
    let parts = good.split(separator: ".").map(String.init)
    let other = try TokenIssuer.known.token(Samples.claims(["aud": "other"])).split(separator: ".").map(String.init)
    let cases = [
      nil, "", ".", "..", "a.b.c", parts[0] + "." + parts[1], parts[0] + "." + parts[1] + ".", good + ".", good + "=",
      " " + good, good + "." + parts[2], parts[0] + "." + other[1] + "." + parts[2], good.replacing("-", with: "+"),
      try TokenIssuer.foreign.token(Samples.claims()), String(repeating: "a", count: 20_000),
    ]
    for token in cases where token != good { #expect(try await status(token) == 403, "\(token ?? "none")") }
    #expect(try await status(good) == nil)
    var doubled = Samples.request(Samples.message("x"), token: good)
    doubled.headers.append(HTTPField(name: .authorization, value: "Bearer " + good))
    #expect(await Samples.status(doubled, of: try platform()) == 403)
    for scheme in ["bearer ", "Basic ", "Bearer", "Bearer  "] {
      var request = Samples.request(Samples.message("x"), token: good)
      request.headers[.authorization] = scheme + good
      #expect(await Samples.status(request, of: try platform()) == 403)
    }
  }

  @Test("Every flipped bit of a token is refused")
  func refusesMutations() async throws {
    let platform = try platform()
    let good = Array(try TokenIssuer.known.token(Samples.claims()).utf8)
    #expect(
      await Samples.status(
        Samples.request(Samples.message("x"), token: String(decoding: good, as: UTF8.self)), of: platform) == nil)
    for index in good.indices {
      var other = good
      other[index] ^= 1 << (index % 7)
      let request = Samples.request(Samples.message("x"), token: String(decoding: other, as: UTF8.self))
      let status = await Samples.status(request, of: platform)
      #expect(status == 403, "byte \(index)")
    }
  }

  @Test("The token holds for the service and the channels it names, whatever the activity says")
  func bindsActivity() async throws {
    let token = try TokenIssuer.known.token(Samples.claims())
    let good = Samples.message("What is ALL?")
    let cases = [
      (good, nil), (good.replacing("smba.trafficmanager.net", with: "evil.example"), 403),
      (good.replacing("/amer/\"", with: "/amer\""), 403), (good.replacing("serviceUrl", with: "serviceurl"), 403),
      (good.replacing("\"msteams\"", with: "\"webchat\""), nil),
      (good.replacing("\"msteams\"", with: "\"slack\""), 403),
      (good.replacing("\"msteams\"", with: "\"\""), 403), (good.replacing("channelId", with: "channel"), 403),
      ("[]", 403), ("{}", 403), ("", 400), ("nonsense", 400), (String(repeating: "[", count: 100_000), 400),
    ]
    for (body, expected) in cases {
      #expect(await Samples.status(Samples.request(body, token: token), of: try platform()) == expected, "\(body)")
    }
  }

  @Test("A key that is endorsed for nothing signs for nothing")
  func needsEndorsement() async throws {
    for extra in ["", #","endorsements":[]"#, #","endorsements":"msteams""#, #","endorsements":["Msteams"]"#] {
      let keys = [try TokenIssuer.known.jwk(extra)]
      let platform = try Samples.platform(GatedFetcher(Samples.microsoft(keys: keys)))
      let request = Samples.request(
        Samples.message("x"), token: try TokenIssuer.known.token(Samples.claims()))
      #expect(await Samples.status(request, of: platform) == 403)
    }
  }

  @Test("Services that no answer can go to are refused, though the token names them")
  func refusesServices() async throws {
    for service in [
      "ftp://a.example/", "https://user@a.example/", "https:///x", "https://a.example/?x=", "a", "https://a.example/#x",
    ] {
      let token = try TokenIssuer.known.token(Samples.claims(["serviceurl": service]))
      let body = Samples.message("x").replacing(Samples.service, with: service)
      #expect(await Samples.status(Samples.request(body, token: token), of: try platform()) == 403, "\(service)")
    }
  }

  @Test("A service that is pinned is the only one")
  func pinsService() async throws {
    let request = Samples.request(Samples.message("x"), token: try TokenIssuer.known.token(Samples.claims()))
    for (service, expected) in [(Samples.service, nil), ("https://smba.trafficmanager.net/emea/", 403)] {
      let fetcher = GatedFetcher(Samples.microsoft(keys: [try Samples.key()]))
      #expect(
        await Samples.status(request, of: try Samples.platform(fetcher, options: ["service_url": service])) == expected)
    }
  }
}
