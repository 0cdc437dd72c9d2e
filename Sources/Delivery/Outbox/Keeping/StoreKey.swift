import Crypto
package import Foundation

/// The secret that turns user ids into hashes and seals the addresses of dead letters; it lives in a file of its own
/// beside the store, never in it.
///
/// Losing the file makes duplicates and conversations of before unrecognisable, and dead letters unsendable; a store
/// refuses to open with another key than it was written with. Cannot print itself.
package struct StoreKey: Sendable {
  /// What a hash is of, so that the same text hashed for two purposes cannot be matched.
  package enum Purpose: String, Sendable {
    case user, conversation, inbound, reply, check
  }

  /// Length of the key and of its file, in bytes.
  package static let length = 32

  /// The hash of nothing yet under the key, to go on from: setting up the key is half the work.
  private let hashing: HMAC<SHA256>
  private let sealing: SymmetricKey

  /// - Parameter bytes: ``length`` random bytes.
  /// - Throws: ``StoreKeyError/wrongLength(found:)``.
  package init(bytes: Data) throws(StoreKeyError) {
    guard bytes.count == Self.length else { throw .wrongLength(found: bytes.count) }
    let root = SymmetricKey(data: bytes)
    hashing = HMAC<SHA256>(key: Self.derived(from: root, for: "hash"))
    sealing = Self.derived(from: root, for: "seal")
  }

  /// The keyed hash of `parts`, which are kept apart: ("ab", "c") and ("a", "bc") differ.
  package func hash(_ purpose: Purpose, _ parts: String...) -> KeyedHash {
    hash(purpose, parts.map(\.utf8))
  }

  func hash(_ purpose: Purpose, _ parts: [some Collection<UInt8>]) -> KeyedHash {
    // One buffer: a message authentication code of many small pieces costs several times as much.
    var input: [UInt8] = []
    Self.append(purpose.rawValue.utf8, to: &input)
    for part in parts { Self.append(part, to: &input) }
    var code = hashing
    code.update(data: input)
    return KeyedHash(bytes: code.finalize().withUnsafeBytes { Data($0.prefix(16)) })
  }

  private static func append(_ part: some Collection<UInt8>, to input: inout [UInt8]) {
    withUnsafeBytes(of: UInt64(part.count).littleEndian) { input.append(contentsOf: $0) }
    input += part
  }

  /// `plain` encrypted and authenticated (AES-GCM, fresh nonce each time).
  func seal(_ plain: Data) throws -> Data {
    guard let sealed = try AES.GCM.seal(plain, using: sealing).combined else { throw CryptoKitError.incorrectKeySize }
    return sealed
  }

  /// What ``seal(_:)`` was given; throws when `sealed` was changed or sealed with another key.
  func unseal(_ sealed: Data) throws -> Data {
    try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: sealing)
  }

  private static func derived(from root: SymmetricKey, for use: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: root, info: Data("marrow store \(use)".utf8), outputByteCount: 32)
  }
}

extension StoreKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<secret>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
