package import Foundation

/// Directions that were computed before, by the hash of their text: an editor who changes ten lines waits for ten.
///
/// A file beside the compiled knowledge; whatever is wrong with it costs time only.
package struct EncodedTextStore {
  private let file: URL
  private var known: [UInt64: EncodedText] = [:]

  /// Numbers in a direction.
  private let dimensions: Int

  /// The store of an encoder in a cache folder. `identity` names model, precision and arithmetic.
  package init(folder: URL, identity: String, dimensions: Int) {
    self.dimensions = dimensions
    var hash = FeatureHash(kind: "e")
    hash.combine(identity)
    file = folder.appendingPathComponent("encoded-\(String(hash.value, radix: 16)).bin")
    guard let data = try? Data(contentsOf: file), let stored = try? Self.read(data, dimensions: dimensions) else {
      return
    }
    known = stored
  }

  /// The direction of a text, where it is known.
  subscript(_ text: String) -> EncodedText? { known[Self.key(text)] }

  /// Keeps these and forgets all others. Writes by atomic rename.
  mutating func replace(with texts: [String: EncodedText]) {
    let entries = texts.map { (Self.key($0.key), $0.value) }
    known = Dictionary(entries, uniquingKeysWith: { first, _ in first })
    let sorted = known.sorted { $0.key < $1.key }
    var archive = Archive()
    archive.add("keys", sorted.map(\.key))
    archive.add("scales", sorted.map(\.value.scale))
    archive.add("bytes", sorted.flatMap(\.value.bytes))
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? archive.data().write(to: file, options: .atomic)
  }

  private static func key(_ text: String) -> UInt64 {
    var hash = FeatureHash(kind: "t")
    hash.combine(text)
    return hash.value
  }

  private static func read(_ data: Data, dimensions: Int) throws(ArchiveDamaged) -> [UInt64: EncodedText] {
    let archive = try Archive(data)
    let keys: [UInt64] = try archive.numbers("keys")
    let scales: [Float] = try archive.numbers("scales")
    let bytes: [Int8] = try archive.numbers("bytes")
    guard scales.count == keys.count, bytes.count == keys.count * dimensions else { throw ArchiveDamaged() }
    let texts = keys.indices.map { index in
      let row = index * dimensions..<(index + 1) * dimensions
      return (keys[index], EncodedText(bytes: Array(bytes[row]), scale: scales[index]))
    }
    return Dictionary(texts, uniquingKeysWith: { first, _ in first })
  }
}
