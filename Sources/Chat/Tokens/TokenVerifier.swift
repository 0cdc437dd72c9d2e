internal import Foundation
internal import JWTKit

/// Accepts requests by the signed token they come with. The token signs nothing of the body; what binds the two is the platform's
/// to check.
struct TokenVerifier: Sendable {
  /// The keys that tokens may be signed with.
  let keys: KeySet
  /// The issuers that are believed.
  let issuers: Set<String>
  /// Whom the tokens are for.
  let audience: String

  /// The platform's own claims of a request's token, and the key that signed it.
  ///
  /// - Throws: ``WebhookRefusal/unauthenticated`` or ``WebhookRefusal/stale`` for a token that does not hold,
  ///   ``WebhookRefusal/unavailable`` where its key could not be fetched.
  func verify<Own: Codable & Sendable>(
    _ request: WebhookRequest, as type: Own.Type, at now: Date
  ) async throws(WebhookRefusal) -> (claims: Own, key: TokenKey) {
    let token = try BearerToken(request)
    let key = try await keys.key(token.keyName, at: now)
    guard let claims = await Self.claims(of: token.text, signedBy: key, as: type) else { throw .unauthenticated }
    try claims.check(issuers: issuers, audience: audience, at: now)
    return (claims.own, key)
  }

  /// What a token says, if it is signed with this key by RS256 (RFC 7518, section 3.3); nil else.
  private static func claims<Own>(
    of token: String, signedBy key: TokenKey, as type: Own.Type
  ) async -> TokenClaims<Own>? {
    let keys = await JWTKeyCollection().add(rsa: key.key, digestAlgorithm: .sha256)
    return try? await keys.verify(token, as: TokenClaims<Own>.self)
  }

  private struct Nothing: Codable {}

  /// The example of RFC 7515, appendix A.2.
  static func vectorTest() async -> SelfTestResult {
    let set = #"""
      {"keys":[{"kty":"RSA","kid":"A.2","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-\#
      4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexM\#
      dbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGN\#
      j8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}]}
      """#
    let signed =
      "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
    let signature = """
      cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZc\
      AcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOk\
      HWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw
      """
    guard let key = TokenKey.set(Data(set.utf8))?["A.2"] else {
      return SelfTestResult("published signature vector", passed: false)
    }
    let good = await claims(of: signed + signature, signedBy: key, as: Nothing.self)
    let bad = await claims(of: signed + signature.replacing("cC4h", with: "cC4i"), signedBy: key, as: Nothing.self)
    return SelfTestResult("published signature vector", passed: good?.issuer == "joe" && bad == nil)
  }
}
