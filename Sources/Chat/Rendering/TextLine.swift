/// One line of an answer, still plain text: what it says and what it is.
package struct TextLine: Sendable, Equatable {
  /// What a line is.
  package enum Role: Sendable, Equatable {
    /// The sentences that answer.
    case lead
    /// Sentences that run on.
    case paragraph
    /// What a list or the offers begin with.
    case introduction
    /// An item of a list.
    case item
    /// A safety or general notice.
    case notice
    /// Where the words come from.
    case source
    /// Whom to reach.
    case contact
    /// An offer and its number, from 1.
    case offer(Int)
  }

  /// Its words, without mark-up, bullet or number.
  package var text: String
  /// What it is.
  package let role: Role
  /// True where an empty line stands before it.
  package let startsBlock: Bool
  /// True for what is left of a line that was cut: no bullet or number is repeated before it.
  package let continues: Bool

  /// A line.
  package init(_ text: String, role: Role, startsBlock: Bool = true, continues: Bool = false) {
    self.text = text
    self.role = role
    self.startsBlock = startsBlock
    self.continues = continues
  }
}
