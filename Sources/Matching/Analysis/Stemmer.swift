/// Cuts common English endings, so that "treated", "treating" and "treats" count as one word.
package enum Stemmer {
  /// The stem of a lower-case word. Short words and words with digits stay as they are.
  ///
  /// Lighter than Porter's algorithm on purpose: it strips plural, past and continuous endings only, since an over-cut stem
  /// brings different medical words together. Character n-grams cover the rest.
  package static func stem(_ word: String) -> String {
    guard word.utf8.count > 3, !word.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return word }
    var stem = cutPlural(word)
    for ending in ["ing", "ed"] where stem.hasSuffix(ending) && stem.utf8.count - ending.utf8.count >= 3 {
      let cut = String(stem.dropLast(ending.count))
      if cut.contains(where: "aeiouy".contains) { stem = undouble(cut) }
      break
    }
    if stem.hasSuffix("e"), stem.utf8.count > 4 { stem.removeLast() }
    if stem.hasSuffix("y"), stem.utf8.count > 3 { stem = stem.dropLast() + "i" }
    return stem
  }

  private static func cutPlural(_ word: String) -> String {
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("sses") || word.hasSuffix("xes") || word.hasSuffix("ches") || word.hasSuffix("shes") {
      return String(word.dropLast(2))
    }
    let keeps = ["ss", "us", "is"].contains { word.hasSuffix($0) }
    return word.hasSuffix("s") && !keeps ? String(word.dropLast()) : word
  }

  private static func undouble(_ word: String) -> String {
    let tail = word.suffix(2)
    guard tail.count == 2, tail.first == tail.last, let last = tail.last, !"lsz".contains(last) else { return word }
    return String(word.dropLast())
  }
}
