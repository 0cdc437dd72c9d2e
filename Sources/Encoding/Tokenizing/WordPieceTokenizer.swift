import Foundation

/// A text as numbers of the model's vocabulary, exactly as the reference tokenizer gives them.
struct WordPieceTokenizer: Sendable {
  /// Tokens of a text at most, the two at its ends included: the model's own `max_seq_length`. (The file says 128, which
  /// the reference overrides.)
  static let limit = 256

  private let vocabulary: Vocabulary
  private let specials: [SpecialToken]
  private let unknown: Int
  private let start: Int
  private let end: Int

  /// Reads `tokenizer.json`, which must have `size` tokens, numbered without gaps.
  ///
  /// - Throws: `missing`, `unreadable`, `truncated` for an empty file, `malformed`.
  init(file url: URL, size: Int) throws(EncoderError) {
    let file = try MappedFile(url)
    let document: JSONValue
    do throws(JSONSyntaxError) { document = try JSONReader.read(file.bytes) } catch {
      throw .malformed(file: file.path, reason: "\(error)")
    }
    vocabulary = Vocabulary(tokens: try Self.tokens(document, size: size, file.path))
    specials = try Self.specials(document, size: size, file.path)
    guard let unknown = vocabulary.number(of: "[UNK]"), let start = vocabulary.number(of: "[CLS]"),
      let end = vocabulary.number(of: "[SEP]")
    else { throw .malformed(file: file.path, reason: "[UNK], [CLS] or [SEP] is not in the vocabulary") }
    (self.unknown, self.start, self.end) = (unknown, start, end)
  }

  /// `[CLS]`, the text's pieces as far as they fit, `[SEP]`.
  func tokens(of text: String) -> [Int] {
    var builder = TokenBuilder(vocabulary: vocabulary, unknown: unknown, limit: Self.limit - 2)
    var rest = text[...]
    while !builder.isFull, let (range, special) = nextSpecial(in: rest) {
      builder.add(rest[..<range.lowerBound])
      builder.add(special: special.number)
      rest = rest[range.upperBound...]
    }
    builder.add(rest)
    return [start] + builder.tokens + [end]
  }

  /// The first special token of a text. Compared byte by byte, as in the reference: an accent behind `[SEP]` is no
  /// part of it.
  private func nextSpecial(in text: Substring) -> (Range<String.Index>, SpecialToken)? {
    var rest = text.utf8[...]
    while let bracket = rest.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[bracket...]
      if let special = specials.first(where: { rest.starts(with: $0.text.utf8) }) {
        return (bracket..<rest.index(bracket, offsetBy: special.text.utf8.count), special)
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func tokens(_ document: JSONValue, size: Int, _ path: String) throws(EncoderError) -> [String] {
    guard let members = document["model"]?["vocab"]?.members, members.count == size else {
      throw .malformed(file: path, reason: "model.vocab is not \(size) tokens")
    }
    var tokens = [String?](repeating: nil, count: size)
    for member in members {
      guard let number = member.value.integer, tokens.indices.contains(number), tokens[number] == nil else {
        throw .malformed(file: path, reason: "model.vocab gives a number twice or none")
      }
      tokens[number] = member.key
    }
    return tokens.compactMap(\.self)
  }

  private static func specials(
    _ document: JSONValue, size: Int, _ path: String
  ) throws(EncoderError) -> [SpecialToken] {
    var specials: [SpecialToken] = []
    for token in document["added_tokens"]?.array ?? [] {
      guard let text = token["content"]?.string, text.hasPrefix("["), let number = token["id"]?.integer,
        (0..<size).contains(number)
      else { throw .malformed(file: path, reason: "added_tokens") }
      specials.append(SpecialToken(text: text, number: number))
    }
    return specials
  }
}
