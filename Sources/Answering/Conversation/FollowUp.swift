/// How a question leans on the conversation so far.
enum FollowUp: Equatable {
  /// It stands alone.
  case none
  /// It picks a section: from a list on offer, or the one next to the last.
  case pick(section: String)
  /// It stays with the last section.
  case stay(section: String)
  /// It asks the last question about another subject.
  case change(subject: String, aspect: String)
}
