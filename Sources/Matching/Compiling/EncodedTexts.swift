internal import Encoding
internal import Synchronization

/// The directions of all texts that a compilation needs, each encoded once, on two threads.
struct EncodedTexts {
  private let texts: [String: EncodedText]

  /// Encodes what the store does not know, and leaves in it exactly these texts.
  ///
  /// - Parameter progress: told the share that is done, 0 to 1, from any thread.
  init(
    _ wanted: [String], encoder: SentenceEncoder, store: inout EncodedTextStore?,
    progress: @escaping @Sendable (Double) -> Void
  ) {
    let distinct = Set(wanted)
    var texts: [String: EncodedText] = [:]
    for text in distinct { texts[text] = store?[text] }
    let missing = distinct.filter { texts[$0] == nil }.sorted()
    for (text, encoded) in zip(missing, Self.encode(missing, with: encoder, progress: progress)) {
      texts[text] = encoded
    }
    store?.replace(with: texts)
    self.texts = texts
  }

  /// The direction of a text that was among the wanted.
  subscript(_ text: String) -> EncodedText? { texts[text] }

  private static func encode(
    _ texts: [String], with encoder: SentenceEncoder, progress: @escaping @Sendable (Double) -> Void
  ) -> [EncodedText] {
    let done = Mutex(0)
    let run = { @Sendable (part: ArraySlice<String>, encoder: SentenceEncoder) -> [EncodedText] in
      part.map { text in
        defer {
          let count = done.withLock { count in
            count += 1
            return count
          }
          if count % 100 == 0 { progress(Double(count) / Double(texts.count)) }
        }
        return EncodedText(encoder.encode(text))
      }
    }
    guard let twin = try? encoder.twin() else { return run(texts[...], encoder) }
    let middle = texts.count / 2
    let (first, second) = Concurrently.run({ run(texts[..<middle], encoder) }, { run(texts[middle...], twin) })
    return first + second
  }
}
