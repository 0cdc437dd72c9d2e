/// One sentence of a section, or one item of a list.
public struct Sentence: Sendable, Codable, Equatable {
  /// What the sentence does in its block.
  public enum Role: String, Sendable, Codable {
    /// A sentence of a paragraph; it can stand alone and be moved to the front of an answer.
    case statement
    /// The sentence that introduces the list after it and ends in a colon.
    case introduction
    /// One item of a list; it needs its introduction to make sense.
    case item
  }

  /// The words, without list marks or line breaks.
  public let text: String
  /// What it does in its block.
  public let role: Role

  /// A sentence with its role.
  public init(text: String, role: Role) {
    self.text = text
    self.role = role
  }
}
