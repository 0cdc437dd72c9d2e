internal import Foundation

/// The signed token (JWT, RFC 7519) that came with a request; nothing of it is trusted yet.
///
/// It must be in the compact form and name RS256 and its key: whoever sends another algorithm, `none` and HS256 with a public
/// key for a secret among them, is refused before any key is looked at (RFC 8725, section 3.1).
struct BearerToken {
  /// Bytes that a token may have; those of the platforms have about a thousand.
  private static let limit = 8192
  /// Bytes that the name of a key may have.
  static let nameLimit = 256

  /// The token as it came.
  let text: String
  /// The name of the key that signed it, as it says.
  let keyName: String

  private struct Header: Decodable {
    let alg: String
    let kid: String
  }

  /// The token of a request.
  ///
  /// - Throws: ``WebhookRefusal/unauthenticated`` where there is none, or one of another form.
  init(_ request: WebhookRequest) throws(WebhookRefusal) {
    guard let field = request.header("authorization"), field.hasPrefix("Bearer "), field.utf8.count <= Self.limit else {
      throw .unauthenticated
    }
    try self.init(String(field.dropFirst("Bearer ".count)))
  }

  /// The token that `text` is.
  ///
  /// - Throws: as ``init(_:)-(WebhookRequest)``.
  init(_ text: String) throws(WebhookRefusal) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Base64URL.bytes(String($0)) }
    guard parts.count == 3, !parts.contains(nil), let bytes = parts[0] else { throw .unauthenticated }
    guard let header = try? JSONDecoder().decode(Header.self, from: bytes), !Self.hasDemands(bytes),
      header.alg == "RS256", (1...Self.nameLimit).contains(header.kid.utf8.count)
    else { throw .unauthenticated }
    self.text = text
    keyName = header.kid
  }

  /// True where the header lists extensions that must be understood: none is (RFC 7515, section 4.1.11).
  private static func hasDemands(_ header: Data) -> Bool {
    struct Demands: Decodable { let crit: [String] }
    return (try? JSONDecoder().decode(Demands.self, from: header)) != nil
  }
}
