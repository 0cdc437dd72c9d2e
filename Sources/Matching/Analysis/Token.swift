/// One word of a question, as it was written and as it is read.
public struct Token: Sendable, Equatable {
  /// The word in lower case, without diacritics, with a straight apostrophe: "38.7", "can't" and "6-mp" are one token each.
  public let text: String
  /// What spelling repair made of it; nil where nothing was changed. Empty where an earlier token's repair swallowed it.
  public let repaired: String?
  /// True where every letter was written as a capital.
  public let isCapitalized: Bool
  /// Index of the sentence it stands in.
  public let sentence: Int
  /// Index of the clause it stands in, counted through the whole text.
  public let clause: Int

  /// A token.
  public init(text: String, repaired: String? = nil, isCapitalized: Bool = false, sentence: Int = 0, clause: Int = 0) {
    self.text = text
    self.repaired = repaired
    self.isCapitalized = isCapitalized
    self.sentence = sentence
    self.clause = clause
  }

  /// The repaired form where there is one, the written one otherwise.
  public var reading: String { repaired ?? text }

  func repaired(as form: String) -> Token {
    Token(text: text, repaired: form, isCapitalized: isCapitalized, sentence: sentence, clause: clause)
  }
}
