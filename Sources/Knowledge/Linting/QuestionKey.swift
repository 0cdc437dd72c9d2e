internal import Foundation

/// What two questions are compared by.
enum QuestionKey {
  /// Words that say little about what is asked. Question words, negations and names of people stay: they do say it.
  private static let small: Set<String> = [
    "a", "an", "and", "are", "at", "be", "been", "by", "can", "could", "did", "do", "does", "for", "from", "has",
    "have",
    "hello", "hi", "i", "in", "is", "it", "its", "just", "me", "of", "on", "or", "please", "pls", "so", "tell", "that",
    "the", "there", "they", "this", "to", "was", "were", "will", "with", "would", "you", "your",
  ]

  /// The words in order, lower case; apostrophes are dropped and all other punctuation only separates.
  static func words(of text: String) -> [String] {
    let folded = text.lowercased().filter { !"'’`".contains($0) }
    return folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// The words that are not small, without a plural s, each once and in alphabetical order.
  static func tellingWords(of text: String) -> [String] {
    let words = words(of: text).filter { !small.contains($0) }
    return Set(words.map { $0.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : $0 }).sorted()
  }
}
