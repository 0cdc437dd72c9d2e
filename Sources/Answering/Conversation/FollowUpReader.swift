internal import Knowledge
internal import Matching

/// Tells how a question leans on the conversation so far, by rule and before matching.
///
/// A question with content of its own is never a follow-up here: it escapes a pending choice and is matched.
struct FollowUpReader: Sendable {
  private let knowledge: Knowledge
  private let planner: OfferPlanner

  init(knowledge: Knowledge, planner: OfferPlanner) {
    self.knowledge = knowledge
    self.planner = planner
  }

  /// The reading of a question after `state`.
  func read(_ analysis: Analysis, after state: ConversationState) -> FollowUp {
    guard !analysis.terms.isEmpty, !(state.sections.isEmpty && state.choices.isEmpty) else { return .none }
    if let section = choice(analysis, state: state) { return .pick(section: section) }
    if let change = change(analysis, state: state) { return change }
    guard analysis.subjects.isEmpty, let last = state.sections.first else { return .none }
    let words = ownWords(of: analysis)
    if repeats(analysis, words: words) { return .stay(section: last) }
    if let section = neighbour(of: last, words: words, analysis: analysis) { return .pick(section: section) }
    return words.allSatisfy(FollowUpWords.staying.contains) ? .stay(section: last) : .none
  }

  private func repeats(_ analysis: Analysis, words: [String]) -> Bool {
    analysis.terms.contains { FollowUpWords.repeating.contains($0.text) }
      && words.allSatisfy { FollowUpWords.staying.contains($0) || FollowUpWords.repeating.contains($0) }
  }

  // MARK: Choices

  private func choice(_ analysis: Analysis, state: ConversationState) -> String? {
    guard !state.choices.isEmpty else { return nil }
    return choiceByPlace(analysis, state: state) ?? choiceBySubject(analysis, state: state)
      ?? choiceByTitle(analysis, state: state)
  }

  /// "2", "the second one", "what's number two about", "b".
  private func choiceByPlace(_ analysis: Analysis, state: ConversationState) -> String? {
    let texts = analysis.terms.map(\.text)
    let places = texts.filter { FollowUpWords.places[$0] != nil && !FollowUpWords.loneOnly.contains($0) }
    let lone = texts.count == 1 ? texts.filter { FollowUpWords.loneOnly.contains($0) } : []
    guard let word = places.first ?? lone.first, let place = FollowUpWords.places[word] else { return nil }
    let rest = ownWords(of: analysis).filter { FollowUpWords.places[$0] == nil && !FollowUpWords.fillers.contains($0) }
    guard rest.isEmpty, analysis.subjects.isEmpty else { return nil }
    let isTyped = word.first?.isNumber == true || word.count == 1
    let list = isTyped || state.isClarifying ? state.choices : listed(state) ?? state.choices
    let index = place < 0 ? list.count + place : place
    return list.indices.contains(index) ? list[index] : nil
  }

  /// The parts among which the last section stands: "the second one" after one of several phases means the second phase,
  /// while a typed "2" means the second offer.
  private func listed(_ state: ConversationState) -> [String]? {
    guard let last = state.sections.first else { return nil }
    return knowledge.sections.lazy.map { planner.parts(of: $0.id) }.first { $0.contains(last) }
  }

  /// A reading of a clarify named by its disease: "the myeloid one".
  private func choiceBySubject(_ analysis: Analysis, state: ConversationState) -> String? {
    guard state.isClarifying, analysis.rivals.count == 1, leansOnly(analysis) else { return nil }
    let subject = analysis.rivals[0]
    return state.choices.first { self.subject(of: $0) == subject }
  }

  /// An offer named by words of its title that no other offer has.
  private func choiceByTitle(_ analysis: Analysis, state: ConversationState) -> String? {
    let words = Set(ownWords(of: analysis)).subtracting(FollowUpWords.fillers)
    guard !words.isEmpty, words.count <= 4, analysis.subjects.isEmpty else { return nil }
    let fitting = state.choices.filter { words.isSubset(of: titleWords(of: $0)) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func titleWords(of section: String) -> Set<String> {
    let title = knowledge.section(section)?.title.lowercased() ?? ""
    return Set(title.split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  // MARK: Subjects and places

  /// "and AML?", "no sorry, for ALL": the last question about another subject.
  private func change(_ analysis: Analysis, state: ConversationState) -> FollowUp? {
    guard analysis.rivals.count == 1, analysis.subjects.count == 1, leansOnly(analysis) else { return nil }
    guard let aspect = state.aspect else { return nil }
    return .change(subject: analysis.rivals[0], aspect: aspect)
  }

  private func neighbour(of last: String, words: [String], analysis: Analysis) -> String? {
    guard let parent = knowledge.sections.first(where: { planner.parts(of: $0.id).contains(last) }) else { return nil }
    let siblings = planner.parts(of: parent.id)
    guard let place = siblings.firstIndex(of: last) else { return nil }
    let all = Set(analysis.terms.map(\.text))
    let extra = words.filter {
      !FollowUpWords.next.union(FollowUpWords.other).union(FollowUpWords.fillers).contains($0)
    }
    guard extra.isEmpty else { return nil }
    if !all.isDisjoint(with: FollowUpWords.other), siblings.count == 2 { return siblings[1 - place] }
    let asksNext = all.contains("next") || all.contains("after")
    return asksNext && place + 1 < siblings.count ? siblings[place + 1] : nil
  }

  /// True where the words beside a subject's name only lean on what was said.
  private func leansOnly(_ analysis: Analysis) -> Bool {
    ownWords(of: analysis).allSatisfy { FollowUpWords.fillers.contains($0) || FollowUpWords.staying.contains($0) }
  }

  /// Content words that are not part of a subject's name.
  private func ownWords(of analysis: Analysis) -> [String] {
    analysis.terms.filter { $0.subject == nil && !$0.isFunctionWord }.map(\.text)
  }

  private func subject(of section: String) -> String? {
    knowledge.section(section).flatMap { knowledge.document($0.document)?.subject }
  }
}
