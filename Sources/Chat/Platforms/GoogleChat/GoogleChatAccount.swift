internal import Foundation

/// The service account that posts what does not fit into a response:
/// https://developers.google.com/identity/protocols/oauth2/service-account#httprest
struct GoogleChatAccount: Sendable {
  /// What an access token must be good for.
  private static let scope = "https://www.googleapis.com/auth/chat.bot"
  private static let grant = "urn:ietf:params:oauth:grant-type:jwt-bearer"

  private let email: String
  private let keyName: String?
  private let signer: TokenSigner

  private struct Key: Decodable {
    let client_email: String
    let private_key: String
    let private_key_id: String?
  }

  private struct Claims: Codable { let scope: String }

  /// The account of a key in JSON, as Google's console gives it; nil where it is none.
  init?(_ json: Secret) {
    guard let key = try? JSONDecoder().decode(Key.self, from: Data(json.value.utf8)),
      let signer = TokenSigner(Secret(key.private_key))
    else { return nil }
    email = key.client_email
    keyName = key.private_key_id
    self.signer = signer
  }

  /// The request for an access token: an hour is the longest that Google grants.
  func request(to url: String, at now: Date) -> OutgoingRequest? {
    let claims = TokenClaims(issuer: email, audience: url, from: now, seconds: 3600, own: Claims(scope: Self.scope))
    return signer.token(claims, keyName: keyName).map {
      AccessTokens.form([("grant_type", Self.grant), ("assertion", $0)], to: url)
    }
  }

  /// A key in the same form for trying out.
  static func trialKey(_ pem: Secret) -> Secret {
    let fields = ["client_email": "trial@example.org", "private_key": pem.value, "type": "service_account"]
    return Secret((try? JSONBody.encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? "")
  }
}
