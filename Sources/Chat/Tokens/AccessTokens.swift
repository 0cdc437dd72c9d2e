internal import Foundation
internal import HTTPTypes

/// Access tokens for a platform's API, fetched when a message needs one and kept for as long as they hold (OAuth 2.0, RFC 6749,
/// section 5.1). However many messages wait, one is asked for at a time.
struct AccessTokens: Sendable {
  /// Seconds before its end that a token is given up, so that none ends on the way; half its life, if that is less.
  private static let margin: TimeInterval = 300
  /// Bytes of a response that are read.
  private static let limit = 64 * 1024

  private struct Token: Sendable {
    let secret: Secret
    let until: Date
  }

  private struct Response: Decodable {
    let token: String
    let seconds: TimeInterval?

    private enum CodingKeys: String, CodingKey {
      case token = "access_token"
      case seconds = "expires_in"
    }
  }

  private let tokens: FetchedValue<Token>

  /// Tokens that `request`, told the time, asks for.
  init(fetcher: any Fetcher, _ request: @escaping @Sendable (Date) -> OutgoingRequest?) {
    tokens = FetchedValue { now in
      guard let request = request(now), let response = try? await fetcher.fetch(request) else { return nil }
      return Self.read(response, at: now)
    }
  }

  /// A form that is posted to `url`, as token servers want it.
  static func form(_ fields: [(String, String)], to url: String) -> OutgoingRequest {
    var request = OutgoingRequest(url: url, headers: [:], body: FormBody.encoded(fields))
    request.set([("content-type", "application/x-www-form-urlencoded"), ("accept", "application/json")])
    return request
  }

  /// A token that holds.
  ///
  /// - Throws: ``OutgoingFailure/unavailable(after:)`` where none could be fetched.
  func token(at now: Date) async throws(OutgoingFailure) -> Secret {
    guard let token = await tokens.value(at: now, where: { token, _ in token.until > now }) else {
      throw .unavailable(after: .seconds(FetchedValue<Token>.pause))
    }
    return token.secret
  }

  private static func read(_ response: OutgoingResponse, at now: Date) -> Token? {
    guard response.status == 200, response.body.count <= limit,
      let body = try? JSONDecoder().decode(Response.self, from: response.body), !body.token.isEmpty,
      body.token.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    let life = min(max(body.seconds ?? 3600, 0), 24 * 3600)
    return Token(secret: Secret(body.token), until: now + life - min(margin, life / 2))
  }
}
