internal import Foundation
internal import JWTKit

/// What a token says: the claims that every token has (RFC 7519, section 4.1) and the platform's own.
struct TokenClaims<Own: Codable & Sendable>: JWTPayload {
  /// Seconds that clocks may differ, both ways: what Bot Framework documents, and Google's libraries do.
  static var leeway: TimeInterval { Freshness.window }

  let issuer: String
  /// A text or a list of texts.
  let audience: [String]
  /// Unix seconds.
  let expires: TimeInterval
  let notBefore: TimeInterval?
  let issuedAt: TimeInterval?
  let own: Own

  private enum CodingKeys: String, CodingKey {
    case issuer = "iss"
    case audience = "aud"
    case expires = "exp"
    case notBefore = "nbf"
    case issuedAt = "iat"
  }

  /// Claims that hold from `now` on.
  init(issuer: String, audience: String, from now: Date, seconds: TimeInterval, own: Own) {
    let begin = now.timeIntervalSince1970.rounded(.down)
    self.issuer = issuer
    self.audience = [audience]
    expires = begin + seconds
    notBefore = nil
    issuedAt = begin
    self.own = own
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    issuer = try fields.decode(String.self, forKey: .issuer)
    if let one = try? fields.decode(String.self, forKey: .audience) {
      audience = [one]
    } else {
      audience = try fields.decodeIfPresent([String].self, forKey: .audience) ?? []
    }
    expires = try fields.decode(TimeInterval.self, forKey: .expires)
    notBefore = try fields.decodeIfPresent(TimeInterval.self, forKey: .notBefore)
    issuedAt = try fields.decodeIfPresent(TimeInterval.self, forKey: .issuedAt)
    own = try Own(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(issuer, forKey: .issuer)
    try fields.encode(audience.first, forKey: .audience)
    try fields.encode(expires, forKey: .expires)
    try fields.encodeIfPresent(notBefore, forKey: .notBefore)
    try fields.encodeIfPresent(issuedAt, forKey: .issuedAt)
    try own.encode(to: encoder)
  }

  /// Nothing: the claims are checked by ``check(issuers:audience:at:)``, against the time of the request.
  func verify(using algorithm: some JWTAlgorithm) async throws {}

  /// Refuses claims of another issuer or for another audience, and such as do not hold at `now`.
  func check(issuers: Set<String>, audience: String, at now: Date) throws(WebhookRefusal) {
    guard issuers.contains(issuer), self.audience.contains(audience) else { throw .unauthenticated }
    let now = now.timeIntervalSince1970
    guard now <= expires + Self.leeway, now >= (notBefore ?? issuedAt ?? now) - Self.leeway else { throw .stale }
  }
}
