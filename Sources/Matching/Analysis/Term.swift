/// A word as the matcher compares it: hyphens split, endings cut, subject and concept noted.
public struct Term: Sendable, Equatable {
  /// The word, repaired, lower case, without possessive.
  public let text: String
  /// The word without its common endings.
  public let stem: String
  /// Index of the token it comes from.
  public let token: Int
  /// Subject that the words around here name; nil where they name none.
  public var subject: String?
  /// Attribute that the words around here ask for.
  public var facet: String?
  /// Concept of the synonym lexicon that it belongs to.
  public var concept: String?

  init(text: String, token: Int) {
    self.text = text
    self.token = token
    stem = Stemmer.stem(text)
  }

  /// True for words that carry no content of their own ("the", "what", "please").
  public var isFunctionWord: Bool { FunctionWords.contains(text) }
}
