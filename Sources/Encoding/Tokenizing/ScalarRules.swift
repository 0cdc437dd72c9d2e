/// How the reference tokenizer treats Unicode scalars, one at a time: BERT's "clean text", lower case, accents, and where
/// words end.
///
/// One at a time is enough: canonical reordering could only swap marks that no vocabulary entry holds, and a word with one
/// of those is unknown in either order.
struct ScalarRules: Sendable {
  static let reference = ScalarRules()

  private let removed = ScalarRanges(table: UnicodeTables.removed)
  private let punctuation = ScalarRanges(table: UnicodeTables.punctuation)
  private let mappings = UnicodeTables.mapped.split(separator: " ").compactMap(ScalarMapping.init)
  private let blanks = ScalarRanges([
    0x09...0x0A, 0x0D...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ])
  /// CJK ideographs as the reference lists them, its odd start of the sixth block included.
  private let ideographs = ScalarRanges([
    0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2A6DF, 0x2A700...0x2B81F, 0x2B920...0x2CEAF,
    0x2F800...0x2FA1F,
  ])

  /// It separates words.
  func isBlank(_ scalar: UInt32) -> Bool { blanks.contains(scalar) }
  /// It vanishes, and what stands around it stays one word.
  func isRemoved(_ scalar: UInt32) -> Bool { removed.contains(scalar) }
  /// It is a word of its own, before mapping.
  func isIdeograph(_ scalar: UInt32) -> Bool { ideographs.contains(scalar) }
  /// It is a word of its own, after mapping.
  func isPunctuation(_ scalar: UInt32) -> Bool { punctuation.contains(scalar) }

  /// Lower case without accents: one scalar, or several where a letter falls into parts.
  func mapped(_ scalar: UInt32) -> [UInt32] {
    if (0xAC00..<0xD7A4).contains(scalar) { return Self.syllableParts(scalar) }
    var (low, high) = (0, mappings.count)
    while low < high {
      let middle = (low + high) / 2
      if mappings[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    return (low < mappings.count ? mappings[low].apply(to: scalar) : nil) ?? [scalar]
  }

  /// A Hangul syllable as the two or three letters it is made of (Unicode chapter 3.12).
  private static func syllableParts(_ scalar: UInt32) -> [UInt32] {
    let index = scalar - 0xAC00
    let (lead, vowel, tail) = (0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28)
    return tail == 0x11A7 ? [lead, vowel] : [lead, vowel, tail]
  }
}
