/// What lint needs to know of a canned case: its name, what it asks and which sections it expects.
public struct CannedCaseSummary: Sendable, Equatable, Identifiable {
  /// The case's id, as facts name it.
  public let id: String
  /// Its question, or the questions of its turns, in order.
  public let questions: [String]
  /// Sections that any of its expectations name.
  public let sections: [String]
  /// The suite file and line.
  public let place: SourcePlace

  /// A case in a suite.
  public init(id: String, questions: [String], sections: [String], place: SourcePlace) {
    self.id = id
    self.questions = questions
    self.sections = sections
    self.place = place
  }
}
