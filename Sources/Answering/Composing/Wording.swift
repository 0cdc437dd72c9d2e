internal import Knowledge

/// The engine's own phrases: what it says about answers, never anything medical. Every medical sentence comes from knowledge.
struct Wording {
  private let knowledge: Knowledge

  init(_ knowledge: Knowledge) { self.knowledge = knowledge }

  /// Introduces what can be asked next.
  static let offers = "You can also ask about:"
  /// Introduces the readings of a question.
  static let clarify = "I can answer this in more than one way. Which one do you mean?"
  /// Said where a question is not understood.
  static let unclear =
    "I could not find an answer to that in the documents. Try to ask it in other words, or pick one of these topics."
  /// Said to questions in another language.
  static let otherLanguage =
    "I can only read and answer in English, so I cannot answer this. If you can, please ask it again in English."
  /// Where a person can be reached, on every refusal that concerns a person's health.
  static let person = "Your care team or your doctor can answer this for you."

  /// What the documents cover, in one sentence.
  var scope: String {
    let lines = knowledge.documents.map { "\($0.short) (\($0.covers))" }
    return "The documents cover " + Self.joined(lines) + "."
  }

  /// Declines a question that has nothing to do with the documents.
  var offTopic: String { "The documents do not cover that. " + scope }

  /// Declines a gap by name, then says what helps.
  func gap(_ gap: Gap) -> String { "\(Self.declines(gap.title)) \(gap.reply)" }

  /// Declines a hole of the grid by name.
  func hole(subject: String, aspect: String) -> String {
    let title = knowledge.vocabulary.aspect(aspect)?.title ?? aspect
    let document = knowledge.document(about: subject)
    let name = document?.short ?? subject
    let covers = document.map { " The \(name) document covers \($0.covers)." } ?? ""
    return Self.declines("\(title) of \(name)") + covers
  }

  /// Declines a subject without a document by name; a gap about it says what helps.
  func otherSubject(_ id: String, gap: Gap?) -> String {
    let title = knowledge.vocabulary.subject(id)?.title ?? gap?.title ?? "that"
    return "\(Self.declines(title)) \(gap?.reply ?? scope)"
  }

  /// Every refusal by name begins so: a person sees at once that this is no answer, and to what.
  private static func declines(_ title: String) -> String { "The documents do not cover \(title)." }

  /// Where a section's words come from.
  func source(_ document: Document) -> String {
    "Based on \(document.source). Reviewed \(document.reviewed)."
  }

  /// "a, b and c"
  static func joined(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
