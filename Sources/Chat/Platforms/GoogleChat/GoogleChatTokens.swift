internal import Foundation

/// The tokens that Google Chat's requests come with, of one of two kinds:
/// https://developers.google.com/workspace/chat/verify-requests-from-chat
struct GoogleChatTokens: Sendable {
  /// Who signs tokens for a project number, and whose address stands in those for a URL.
  static let chat = "chat@system.gserviceaccount.com"
  /// The keys of ``chat``.
  static let chatKeys = "https://www.googleapis.com/service_accounts/v1/jwk/\(chat)"
  /// Google's own keys.
  static let googleKeys = "https://www.googleapis.com/oauth2/v3/certs"
  /// Google's two names for itself: https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken
  static let google: Set<String> = ["https://accounts.google.com", "accounts.google.com"]

  private struct Claims: Codable {
    let email: String?
    let email_verified: Bool?
  }

  private let verifier: TokenVerifier
  private let caller: String?

  /// Tokens that Google Chat signs for a project's number.
  init(project: String, keys: KeySet) {
    verifier = TokenVerifier(keys: keys, issuers: [Self.chat], audience: project)
    caller = nil
  }

  /// Tokens that Google signs for an endpoint's URL, in the name of `caller`.
  init(endpoint: String, caller: String, keys: KeySet) {
    verifier = TokenVerifier(keys: keys, issuers: Self.google, audience: endpoint)
    self.caller = caller
  }

  /// Refuses a request without such a token.
  func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    let claims = try await verifier.verify(request, as: Claims.self, at: now).claims
    guard let caller else { return }
    guard claims.email == caller, claims.email_verified == true else { throw .unauthenticated }
  }

  /// A token as Google would sign it with `signer`'s key.
  func trial(_ signer: TokenSigner, at now: Date) -> String? {
    let own = Claims(email: caller, email_verified: caller.map { _ in true })
    let claims = TokenClaims(
      issuer: verifier.issuers.max() ?? "", audience: verifier.audience, from: now, seconds: 3600, own: own)
    return signer.token(claims, keyName: KeySet.trialName)
  }
}
