import Encoding
import Foundation
import Testing

/// What the reference implementation gives for a set of texts; make_reference.py writes it.
struct Reference: Decodable {
  struct Case: Decodable, CustomTestStringConvertible {
    let text: String
    let ids: [Int]
    /// Base64 of 384 little-endian floats.
    let vector: Data

    var floats: [Float] {
      vector.withUnsafeBytes { bytes in
        (0..<bytes.count / 4).map {
          Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
        }
      }
    }

    var testDescription: String { text.prefix(40).debugDescription }
  }

  let cases: [Case]

  /// Read once for all tests; a fixture that cannot be read fails each test that asks for it.
  static let shared = Result {
    let file = Bundle.module.bundleURL.appending(path: "Fixtures/reference.json")
    return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }
}
