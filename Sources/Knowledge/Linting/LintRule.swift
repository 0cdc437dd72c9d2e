/// What lint looks for. What makes the folder unusable is not in here: loading refuses it, with ``KnowledgeRefused``.
///
/// An error is something that no reading of the text can excuse: a promise to people that is broken (a stale telephone number,
/// a fact that nothing checks) or a defect that a reader sees. A warning rests on a rule of thumb or on age alone, so a person
/// decides. Grades and counts that are neither right nor wrong are figures, in ``LintFigures``.
public enum LintRule: String, Sendable, Codable, CaseIterable {
  // MARK: Errors

  /// A contact was not checked for 180 days, or its day cannot be read: a number that no longer answers does harm.
  case staleContact = "stale-contact"
  /// A fact names a case that no suite has, so nothing notices when the fact is lost.
  case factWithoutCase = "fact-without-case"
  /// No canned case expects the section: it could stop being found and every check would pass.
  case sectionWithoutCase = "section-without-case"
  /// One question, but for punctuation, stands under two labels: the matcher is taught that both are right.
  case contradictoryQuestion = "question-with-two-labels"
  /// A calibration question is, but for punctuation, also a training question: calibration then measures memory.
  case calibrationInTraining = "calibration-in-training"
  /// A sentence begins with "Yes," or "No,": it answers a question that nobody may have asked.
  case answersYesOrNo = "yes-or-no"
  /// Markdown or HTML that would be shown to people as it stands.
  case leftoverMarkup = "leftover-markup"

  // MARK: Warnings

  /// Reading grade above 8 (replies that take over: 6). The terms of the subject may not allow less.
  case hardToRead = "hard-to-read"
  /// A sentence begins with It, They, This or These: moved to the front of an answer, it may point at nothing.
  case pointsBack = "points-back"
  /// A section with fewer than 40 ways of asking.
  case fewSectionQuestions = "few-section-questions"
  /// A gap with fewer than 8 ways of asking.
  case fewGapQuestions = "few-gap-questions"
  /// A question stands twice under one label, but for punctuation: wasted, and it weighs double.
  case repeatedQuestion = "repeated-question"
  /// Two questions under different labels have the same words apart from small ones and their order.
  case nearDuplicate = "near-duplicate"
  /// No fact of the ledger names the section: either the ledger has a hole or the section says nothing of the source.
  case sectionWithoutFact = "section-without-fact"
  /// Nobody compared the document with its source for 365 days.
  case staleReview = "stale-review"
  /// Contacts without any `checked:` day, so that their age is unknown.
  case undatedContacts = "undated-contacts"

  /// How much a finding of this rule weighs.
  public var severity: LintSeverity {
    switch self {
    case .staleContact, .factWithoutCase, .sectionWithoutCase, .contradictoryQuestion, .calibrationInTraining,
      .answersYesOrNo, .leftoverMarkup:
      .error
    case .hardToRead, .pointsBack, .fewSectionQuestions, .fewGapQuestions, .repeatedQuestion, .nearDuplicate,
      .sectionWithoutFact, .staleReview, .undatedContacts:
      .warning
    }
  }
}
