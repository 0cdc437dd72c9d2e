/// Turns a message into features for the sense of danger: single words, two and three in a row, and groups of letters.
///
/// Unlike a question, a message of danger is told by its small words too ("I took it all", "not any more"), so none counts less
/// than another, and no concept stands for a word.
enum DangerFeatures {
  /// What a group of letters counts beside a run of words: groups are many.
  private static let letterWeight: Float = 0.6

  /// The features of a message. O(letters).
  static func features(of analysis: Analysis) -> [RawFeature] {
    let words = ["^"] + analysis.terms.map(\.text) + ["$"]
    var features: [RawFeature] = []
    features.reserveCapacity(words.count * 24)
    for start in words.indices {
      var hash = FeatureHash(kind: "d")
      for end in start..<min(start + 3, words.count) {
        hash.combine(words[end])
        hash.combine(byte: 0x20)
        features.append(RawFeature(hash: hash.value, weight: 1))
      }
      addLetterGroups(of: words[start], to: &features)
    }
    return features
  }

  /// Groups of 2 to 5 letters of the word with its borders marked.
  private static func addLetterGroups(of word: String, to features: inout [RawFeature]) {
    let letters = [0x20] + Array(word.utf8) + [0x20]
    for length in 2...5 where letters.count >= length {
      for start in 0...(letters.count - length) {
        var hash = FeatureHash(kind: "l")
        for byte in letters[start..<start + length] { hash.combine(byte: byte) }
        features.append(RawFeature(hash: hash.value, weight: letterWeight))
      }
    }
  }
}
