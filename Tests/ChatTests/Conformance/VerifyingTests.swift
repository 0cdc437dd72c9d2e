import Chat
import Foundation
import HTTPTypes
import Testing

/// What every platform must accept and refuse.
@Suite("Every platform, verifying")
struct VerifyingTests {
  static let kinds = PlatformRegistry.all.map { $0.kind }
  static let now = Date(timeIntervalSince1970: 1_790_000_000.25)

  struct Case {
    let platform: any ChatPlatform
    let facts: PlatformFacts
    let request: WebhookRequest

    init(_ kind: String) throws {
      facts = try PlatformFacts.of(kind)
      platform = try SampleSettings.platform(facts.type)
      request = try #require(platform.simulated(question: "What is ALL?", user: "U024BE7LH", at: VerifyingTests.now))
    }

    func refusal(of request: WebhookRequest, at now: Date = VerifyingTests.now) async -> WebhookRefusal? {
      do throws(WebhookRefusal) {
        try await platform.verify(request, at: now)
        return nil
      } catch { return error }
    }
  }

  @Test("A request as the platform sends it is accepted", arguments: kinds)
  func acceptsGood(kind: String) async throws {
    let sample = try Case(kind)
    #expect(await sample.refusal(of: sample.request) == nil)
  }

  @Test("Every flipped bit and every truncation of the body is refused", arguments: kinds)
  func refusesChangedBody(kind: String) async throws {
    let sample = try Case(kind)
    guard sample.facts.signsBody else { return }
    let signed = sample.facts.signed(sample.request.body)
    var request = sample.request
    for index in request.body.indices {
      for bit in 0..<8 {
        request.body[index] ^= 1 << bit
        let isSame = sample.facts.signed(request.body) == signed
        #expect(await (sample.refusal(of: request) == nil) == isSame, "bit \(bit) of byte \(index)")
        request.body[index] ^= 1 << bit
      }
      request.body = sample.request.body.prefix(index)
      #expect(await sample.refusal(of: request) != nil, "cut after \(index)")
      request.body = sample.request.body
    }
    request.body.append(0x20)
    #expect(await sample.refusal(of: request) != nil, "a space at the end")
  }

  @Test("Every flipped bit and every truncation of a signed header is refused with 401 or 403", arguments: kinds)
  func refusesChangedHeaders(kind: String) async throws {
    let sample = try Case(kind)
    for name in sample.facts.signedHeaders {
      let value = try #require(sample.request.header(name), "the sample has no \(name)")
      for other in Self.mutations(of: value) {
        var request = sample.request
        request.set([(name, other)])
        // A header's value cannot hold a null byte, and the type of headers makes a space of it, which here may be what was there.
        guard request.header(name) != value else { continue }
        let status = await sample.refusal(of: request)?.status.code
        #expect(status == 401 || status == 403, "\(name): \(other.debugDescription)")
      }
    }
  }

  @Test("Every flipped bit and every truncation of a token in the body is refused with 401 or 403", arguments: kinds)
  func refusesChangedToken(kind: String) async throws {
    let sample = try Case(kind)
    guard let token = sample.facts.token else { return }
    let range = try #require(sample.request.body.range(of: Data(token.utf8)), "the sample has no token")
    let changed = Self.flips(of: token) + token.utf8.indices.map { Data(token.utf8[..<$0]) }
    for other in changed + [Data((token + "0").utf8), Data(token.uppercased().utf8), Data("\u{0}".utf8)] {
      var request = sample.request
      request.body.replaceSubrange(range, with: other)
      let status = await sample.refusal(of: request)?.status.code
      #expect(status == 401 || status == 403, "\(String(decoding: other, as: UTF8.self).debugDescription)")
    }
  }

  @Test("Missing, doubled and malformed headers are refused with 401 or 403", arguments: kinds)
  func refusesMalformedHeaders(kind: String) async throws {
    let sample = try Case(kind)
    for name in sample.facts.signedHeaders {
      let field = try #require(HTTPField.Name(name))
      let value = try #require(sample.request.header(name))
      for other in Self.garbage {
        var request = sample.request
        request.headers[field] = other
        let status = await sample.refusal(of: request)?.status.code
        #expect(status == 401 || status == 403, "\(name): \(other?.prefix(40) ?? "missing")")
      }
      var doubled = sample.request
      doubled.headers.append(HTTPField(name: field, value: value))
      let status = await sample.refusal(of: doubled)?.status.code
      #expect(status == 401 || status == 403, "\(name) doubled")
    }
  }

  @Test("A request signed 299 s ago or ahead is accepted, one of 301 s refused", arguments: kinds)
  func refusesStale(kind: String) async throws {
    let sample = try Case(kind)
    guard sample.facts.limitsAge else { return }
    for (seconds, isAccepted) in [(-301.0, false), (-299, true), (299, true), (301, false), (86_400_000, false)] {
      let refusal = await sample.refusal(of: sample.request, at: Self.now + seconds)
      #expect((refusal == nil) == isAccepted, "\(seconds) s")
    }
  }

  @Test("Another instance with other keys refuses the request", arguments: kinds)
  func refusesForeignKeys(kind: String) async throws {
    let sample = try Case(kind)
    let settings = sample.facts.type.trial(name: "clinic", sink: "http://127.0.0.1:9", using: .system)
    let other = try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    await #expect(throws: WebhookRefusal.self) { try await other.verify(sample.request, at: Self.now) }
  }

  @Test("No refusal says a word of the request", arguments: kinds)
  func refusalsAreSilent(kind: String) async throws {
    let sample = try Case(kind)
    var request = try #require(
      sample.platform.simulated(question: "canary-question", user: "canary-user", at: Self.now))
    for name in sample.facts.signedHeaders { request.set([(name, "canary-header")]) }
    if let token = sample.facts.token {
      let body = String(decoding: request.body, as: UTF8.self)
      request.body = Data(body.replacingLiteral(token, with: "canary-token").utf8)
    }
    let refusal = try #require(await sample.refusal(of: request))
    let response = sample.platform.response(to: refusal)
    let told = "\(refusal) \(refusal.reason) \(String(decoding: response.body, as: UTF8.self)) \(request)"
    #expect(!told.contains("canary"))
  }

  @Test("The platform's own checks pass", arguments: kinds)
  func selfTestPasses(kind: String) async throws {
    let results = try await Case(kind).platform.selfTest()
    #expect(!results.isEmpty)
    for result in results { #expect(result.passed, "\(result.check)") }
  }

  // MARK: Mutations

  private static func flips(of value: String) -> [Data] {
    let bytes = Data(value.utf8)
    return bytes.indices.flatMap { index in
      (0..<8).map { bit in
        var other = bytes
        other[index] ^= 1 << bit
        return other
      }
    }
  }

  private static func mutations(of value: String) -> [String] {
    let bytes = Array(value.utf8)
    let flipped = flips(of: value).map { $0.map { String(UnicodeScalar($0)) }.joined() }
    return flipped + bytes.indices.map { String(decoding: bytes.prefix($0), as: UTF8.self) } + [
      value + "0", "0" + value,
    ]
  }

  private static let garbage: [String?] = [
    nil, "", " ", ",", "v1", "v1,", "v1,,", ", ,", "v0=", "v0=zz", "=", "sha256=", "Bearer", "Bearer ", "HMAC ", "null",
    "0", "-1",
    "+1790000000", "1790000000.5", "1e9", "99999999999999999999", "NaN", "🙂", "\u{0}", "v1,\u{FF}", "é",
    String(repeating: "v1,AAAA ", count: 500), String(repeating: "a", count: 100_000),
  ]
}
