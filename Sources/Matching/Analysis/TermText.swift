/// The form in which words are compared.
enum TermText {
  /// The word without a possessive or a contracted verb ("mum's" and "what's" lose their ending) and without apostrophes.
  static func clean(_ word: String) -> String {
    guard word.utf8.contains(0x27) else { return word }
    for ending in ["'s", "'re", "'ll", "'ve", "'d", "'m"] where word.hasSuffix(ending) && word.count > ending.count {
      return word.dropLast(ending.count).filter { $0 != "'" }
    }
    return word.filter { $0 != "'" }
  }

  /// The parts of a token between hyphens, cleaned.
  static func parts(of token: String) -> [String] {
    guard token.utf8.contains(0x2D) else { return [clean(token)].filter { !$0.isEmpty } }
    return token.split(separator: "-").map { clean(String($0)) }.filter { !$0.isEmpty }
  }
}
