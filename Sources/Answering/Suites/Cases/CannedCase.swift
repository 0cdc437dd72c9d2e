package import Knowledge

/// A canned question, or a conversation of several, with what must hold of the replies.
package struct CannedCase: Sendable, Equatable {
  /// Unique among all suites of a run.
  package let id: String
  /// Why somebody thought it worth keeping.
  package let why: String
  /// Class whose floor it counts towards.
  package let group: String
  /// Questions in the order asked; one for a case without a conversation.
  package let turns: [CannedTurn]
  /// Where it stands.
  package let place: SourcePlace

  /// Class of a case that names none.
  package static let defaultGroup = "default"

  /// True where the text stands in the id, the class or a question, whatever its case.
  package func mentions(_ text: String) -> Bool {
    let wanted = text.lowercased()
    return ([id, group] + turns.map(\.question)).contains { $0.lowercased().contains(wanted) }
  }
}
