internal import Foundation
internal import HTTPTypes

/// The public keys that a platform signs its tokens with, by name.
///
/// They are fetched at the first token and kept a day. A token that names an unknown key has them fetched once more, but not
/// within five minutes of the last fetch, so that a burst of made-up names is no burst of fetches. While the server cannot be
/// reached the keys serve a second day, and requests are refused as ``WebhookRefusal/unavailable`` only if their key is unknown.
struct KeySet: Sendable {
  /// Seconds until the keys are fetched anew.
  static let life: TimeInterval = 24 * 3600
  /// Seconds after a fetch in which an unknown name is believed to be made up.
  static let recheck: TimeInterval = 300
  /// Bytes that a key set may have.
  static let limit = 256 * 1024

  /// The name of the key in a set for trying out.
  static let trialName = "trial"

  private enum Source: Sendable {
    case fixed([String: TokenKey])
    case fetched(FetchedValue<[String: TokenKey]>)
  }

  private let source: Source

  /// The key of `signer` and no other, for trying out.
  init(trial signer: TokenSigner, endorsements: [String] = []) {
    let key = TokenKey(pem: signer.publicKey, endorsements: endorsements)
    source = .fixed(key.map { [Self.trialName: $0] } ?? [:])
  }

  /// The keys of the set at `url`.
  init(url: String, fetcher: any Fetcher) {
    source = .fetched(FetchedValue { _ in await Self.get(url, fetcher).flatMap(TokenKey.set) })
  }

  /// The keys of the set that OpenID metadata at `url` names (OpenID Connect Discovery 1.0, section 3).
  init(metadata url: String, fetcher: any Fetcher) {
    source = .fetched(
      FetchedValue { _ in
        guard let place = await Self.get(url, fetcher).flatMap({ Self.place(in: $0, of: url) }) else { return nil }
        return await Self.get(place, fetcher).flatMap(TokenKey.set)
      })
  }

  /// The key of this name.
  ///
  /// - Throws: ``WebhookRefusal/unauthenticated`` where there is no such key, ``WebhookRefusal/unavailable`` where that cannot be
  ///   told now.
  func key(_ name: String, at now: Date) async throws(WebhookRefusal) -> TokenKey {
    guard let keys = await keys(for: name, at: now) else { throw .unavailable }
    guard let key = keys[name] else { throw .unauthenticated }
    return key
  }

  private func keys(for name: String, at now: Date) async -> [String: TokenKey]? {
    switch source {
    case .fixed(let keys): keys
    case .fetched(let keys):
      await keys.value(at: now, life: Self.life) { keys, age in
        age < (keys[name] == nil ? Self.recheck : 2 * Self.life)
      }
    }
  }

  // MARK: Fetching

  private static func get(_ url: String, _ fetcher: any Fetcher) async -> Data? {
    let request = OutgoingRequest(method: .get, url: url, headers: [.accept: "application/json"], body: Data())
    guard let response = try? await fetcher.fetch(request), response.status == 200, response.body.count <= limit else {
      return nil
    }
    return response.body
  }

  /// Where the metadata says the keys are; https is needed there if it was needed for the metadata.
  private static func place(in metadata: Data, of url: String) -> String? {
    struct Metadata: Decodable { let jwks_uri: String }
    guard let place = try? JSONDecoder().decode(Metadata.self, from: metadata).jwks_uri else { return nil }
    return place.hasPrefix("https://") || url.hasPrefix("http://") ? place : nil
  }
}
