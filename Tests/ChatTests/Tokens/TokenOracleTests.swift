import Chat
import Foundation
import HTTPTypes
import Testing

/// Tokens that other hands sign, and other hands' verdicts on the same tokens. Their clocks are real, so the times are too.
@Suite("Tokens, against PyJWT, google-auth and Bot Framework's own kit", .enabled(if: Oracle.isInstalled))
struct TokenOracleTests {
  private typealias Samples = BotFrameworkSamples

  private static let script = "tokens.py"

  private struct Claims: Encodable {
    var iss = "https://api.botframework.com"
    var aud = Samples.appID
    var serviceurl = Samples.service
    var nbf = Int(Date().timeIntervalSince1970)
    var exp = Int(Date().timeIntervalSince1970) + 3600
    var email: String?
    var email_verified: Bool?
  }

  private struct Sign: Encodable {
    var op = "sign"
    var claims = Claims()
    var alg = "RS256"
    var foreign = false
    var kid = "k"
    var endorsements = ["msteams"]
  }

  private struct GoogleSign: Encodable {
    let op = "google_sign"
    let claims: [String: String]
    let times: [String: Int]

    private enum CodingKeys: String, CodingKey { case op, claims }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(op, forKey: .op)
      let nested = fields.superEncoder(forKey: .claims)
      try claims.encode(to: nested)
      try times.encode(to: nested)
    }
  }

  private struct Signed: Decodable {
    let token: String
    let keys: String

    private enum CodingKeys: String, CodingKey { case token, jwks }
    private struct Keys: Codable { let keys: [Key] }
    private struct Key: Codable {
      let kty: String
      let kid: String
      let n: String
      let e: String
      let endorsements: [String]
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      token = try fields.decode(String.self, forKey: .token)
      let set = try fields.decode(Keys.self, forKey: .jwks)
      keys = String(decoding: try JSONEncoder().encode(set.keys), as: UTF8.self)
    }
  }

  private struct Verify: Encodable {
    let op = "connector"
    let header: String
    let app = Samples.appID
    let service = Samples.service
    let channel = "msteams"
    let jwks: [String: [[String: JSONText]]]
  }

  /// A text, or a list of texts.
  private enum JSONText: Codable {
    case one(String)
    case many([String])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      self = if let text = try? value.decode(String.self) { .one(text) } else { .many(try value.decode([String].self)) }
    }

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch self {
      case .one(let text): try value.encode(text)
      case .many(let texts): try value.encode(texts)
      }
    }
  }

  private struct Verdict: Decodable { let valid: Bool }

  private static let cases: [(what: String, sign: Sign, isGood: Bool)] = {
    let now = Int(Date().timeIntervalSince1970)
    return [
      ("good", Sign(), true), ("two channels", Sign(endorsements: ["webchat", "msteams"]), true),
      ("just over", Sign(claims: Claims(nbf: now - 3600, exp: now - 60)), true),
      ("expired", Sign(claims: Claims(nbf: now - 7200, exp: now - 3600)), false),
      ("not begun", Sign(claims: Claims(nbf: now + 3000)), false),
      ("another issuer", Sign(claims: Claims(iss: "https://sts.windows.net/x/")), false),
      ("another audience", Sign(claims: Claims(aud: "other")), false),
      ("another service", Sign(claims: Claims(serviceurl: "https://evil.example/")), false),
      ("another channel", Sign(endorsements: ["webchat"]), false), ("another key", Sign(foreign: true), false),
      ("no algorithm", Sign(alg: "none"), false), ("a shared secret", Sign(alg: "HS256"), false),
      ("another digest", Sign(alg: "RS512"), false), ("another padding", Sign(alg: "PS256"), false),
    ]
  }()

  @Test("Bot Framework's own kit and we accept and refuse the same tokens that PyJWT signs")
  func agreesWithConnector() async throws {
    let signed = try await Oracle.ask(Self.script, Self.cases.map(\.sign), as: Signed.self)
    let asks = try signed.map {
      Verify(
        header: "Bearer " + $0.token,
        jwks: ["keys": try JSONDecoder().decode([[String: JSONText]].self, from: Data($0.keys.utf8))])
    }
    let verdicts = try await Oracle.ask(Self.script, asks, as: Verdict.self)
    for (index, one) in Self.cases.enumerated() {
      let keys = String(signed[index].keys.dropFirst().dropLast())
      let platform = try Samples.platform(GatedFetcher(Samples.microsoft(keys: [keys])))
      let request = Samples.request(Samples.message("x"), token: signed[index].token)
      let status = await Samples.status(request, of: platform, at: Date())
      #expect(status == (one.isGood ? nil : 403), "\(one.what)")
      #expect(verdicts[index].valid == one.isGood, "\(one.what), the kit")
    }
  }

  @Test("What google-auth signs, Google Chat's verifier accepts while it holds")
  func agreesWithGoogle() async throws {
    let now = Int(Date().timeIntervalSince1970)
    let ask = GoogleSign(
      claims: ["iss": GoogleChatSamples.chat, "aud": GoogleChatSamples.project], times: ["iat": now, "exp": now + 3600])
    let signed = try #require(try await Oracle.ask(Self.script, [ask], as: Signed.self).first)
    let google = GatedFetcher { _ in Samples.json(#"{"keys":\#(signed.keys)}"#) }
    let platform = try GoogleChatSamples.platform(google, options: ["project_number": GoogleChatSamples.project])
    let request = GoogleChatSamples.request(GoogleChatSamples.ask("x"), token: signed.token)
    #expect(await Samples.status(request, of: platform, at: Date()) == nil)
    #expect(await Samples.status(request, of: platform, at: Date() + 7200) == 401)
  }

  private struct Decode: Encodable {
    let op = "google_decode"
    let token: String
    let `public`: String
    let audience: String
  }

  private struct Decoded: Decodable {
    struct Claims: Decodable {
      let iss: String
      let scope: String?
      let iat: Int
      let exp: Int
    }

    let valid: Bool
    let claims: Claims?
  }

  @Test("The assertion that asks for an access token is one that google-auth accepts")
  func grantsAreAcceptable() async throws {
    let fetcher = GatedFetcher(GoogleChatSamples.google)
    let platform = try GoogleChatSamples.platform(fetcher)
    let event = try #require(
      ReadingTests.event(platform.read(GoogleChatSamples.request(GoogleChatSamples.ask("x y")))))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    _ = try await platform.outgoing(message, to: event.destination, context: SendContext(key: "k", now: Date()))
    let asked = try #require(fetcher.requests.first)
    let assertion = try #require(FormBody(asked.body)["assertion"])
    let asks = ["https://oauth2.googleapis.com/token", "https://other.example/"].map {
      Decode(token: assertion, public: TokenIssuer.known.publicPEM, audience: $0)
    }
    let replies = try await Oracle.ask(Self.script, asks, as: Decoded.self)
    let claims = try #require(replies[0].claims)
    #expect(claims.iss == "marrow@clinic.iam.gserviceaccount.com" && claims.exp - claims.iat == 3600)
    #expect(claims.scope == "https://www.googleapis.com/auth/chat.bot" && !replies[1].valid)
  }

  // MARK: Activities

  private struct Ask: Encodable {
    let op = "activity"
    let body: String
  }

  private struct Read: Decodable {
    let problems: [String]
    let again: String
  }

  @Test("The schema's models know every field of our activities, and write messages that we read")
  func agreesWithModels() async throws {
    let platform = try Samples.platform(GatedFetcher(Samples.microsoft(keys: [])))
    // The models keep nothing of an entity but its type, so there are none here.
    let inbound = Samples.message("What is ALL?")
    let event = try #require(ReadingTests.event(platform.read(Samples.request(inbound, token: nil))))
    var ours: [Data] = []
    for message in try platform.render(SampleAnswer.markup.answer, for: event) {
      let context = SendContext(key: "k", now: Samples.now)
      ours.append(try await platform.outgoing(message, to: event.destination, context: context).body)
    }
    let bodies = ours.map { String(decoding: $0, as: UTF8.self) } + [inbound]
    let replies = try await Oracle.ask(Self.script, bodies.map { Ask(body: $0) }, as: Read.self)
    for (body, reply) in zip(ours, replies) {
      #expect(reply.problems.isEmpty)
      let again = try JSONSerialization.jsonObject(with: Data(reply.again.utf8)) as? NSDictionary
      #expect(try JSONSerialization.jsonObject(with: body) as? NSDictionary == again)
    }
    let theirs = try #require(replies.last).again
    let read = try #require(ReadingTests.event(platform.read(Samples.request(theirs, token: nil))))
    #expect(read.text == event.text && read.id == event.id && read.destination == event.destination)
  }
}
