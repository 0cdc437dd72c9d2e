/// One typed piece of an answer. Every renderer, from the terminal to a chat platform, starts from these.
public enum AnswerBlock: Sendable, Equatable {
  /// The sentences that answer, put first.
  case lead(String)
  /// Sentences that run on.
  case paragraph(String)
  /// A list under its introduction.
  case list(introduction: String?, items: [String])
  /// A safety or general notice; renderers never drop it.
  case notice(String)
  /// Where the words come from and when they were last reviewed.
  case source(String)
  /// Whom to reach.
  case contact(String)
  /// What can be asked next, as titles; choices of a clarify are offers too.
  case offers(introduction: String, [Offer])

  /// The kind's name in JSON.
  public var kind: String {
    switch self {
    case .lead: "lead"
    case .paragraph: "paragraph"
    case .list: "list"
    case .notice: "notice"
    case .source: "source"
    case .contact: "contact"
    case .offers: "offers"
    }
  }
}
