internal import Foundation
internal import JWTKit

/// A public key that tokens are signed with, as a key set names it (JWK, RFC 7517).
struct TokenKey: Sendable {
  /// Keys that a set may have; platforms publish about ten.
  static let limit = 128
  /// Digits of a modulus in base64url: 8,192 bits. Less than 2,048 bits are refused by the key itself.
  private static let modulusLimit = 1366
  /// Digits of an exponent: 32 bits.
  private static let exponentLimit = 6

  /// The key itself.
  let key: Insecure.RSA.PublicKey
  /// The channels that the key may sign for, where the set says so.
  let endorsements: [String]

  private init(key: Insecure.RSA.PublicKey, endorsements: [String]) {
    self.key = key
    self.endorsements = endorsements
  }

  /// A key in PEM; nil where it is none, or one of less than 2,048 bits.
  init?(pem: String, endorsements: [String]) {
    guard let key = try? Insecure.RSA.PublicKey(pem: pem) else { return nil }
    self.init(key: key, endorsements: endorsements)
  }

  /// The keys of a set's JSON by name; keys of other types and uses are left out.
  ///
  /// Nil where it is no key set, has too many keys, or has none that can be used.
  static func set(_ json: Data) -> [String: TokenKey]? {
    guard let set = try? JSONDecoder().decode(Entries.self, from: json), set.keys.count <= limit else { return nil }
    let keys = set.keys.compactMap { entry in entry.key.map { (entry.name, $0) } }
    return keys.isEmpty ? nil : Dictionary(keys) { first, _ in first }
  }

  private struct Entries: Decodable { let keys: [Entry] }

  private struct Entry: Decodable {
    let name: String
    let key: TokenKey?

    private enum CodingKeys: String, CodingKey { case kid, kty, use, alg, n, e, endorsements }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      func text(_ key: CodingKeys) -> String? { try? fields.decode(String.self, forKey: key) }
      name = text(.kid) ?? ""
      let isUsable = text(.kty) == "RSA" && ["sig", nil].contains(text(.use)) && ["RS256", nil].contains(text(.alg))
      guard isUsable, (1...BearerToken.nameLimit).contains(name.utf8.count), let modulus = text(.n),
        let exponent = text(.e), modulus.utf8.count <= modulusLimit, exponent.utf8.count <= exponentLimit
      else {
        key = nil
        return
      }
      let endorsements = try? fields.decode([String].self, forKey: .endorsements)
      key = (try? Insecure.RSA.PublicKey(modulus: modulus, exponent: exponent)).map {
        TokenKey(key: $0, endorsements: endorsements ?? [])
      }
    }
  }
}
