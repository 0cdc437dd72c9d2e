/// Why a question is not answered.
public enum Reason: Sendable, Equatable, Hashable {
  /// A named gap: something people ask that the documents do not say.
  case gap(String)
  /// The subject's document does not have this aspect, though another one does.
  case hole(subject: String, aspect: String)
  /// A subject without a document.
  case otherSubject(String)
  /// Nothing to do with the documents.
  case offTopic
  /// The question could not be understood.
  case unclear
  /// Written in another language.
  case otherLanguage

  /// The kind's name in JSON: `gap`, `hole`, `other-subject`, `off-topic`, `unclear`, `other-language`.
  public var kind: String {
    switch self {
    case .gap: "gap"
    case .hole: "hole"
    case .otherSubject: "other-subject"
    case .offTopic: "off-topic"
    case .unclear: "unclear"
    case .otherLanguage: "other-language"
    }
  }

  /// The form used in suites: `gap:cost`, `hole:aml/symptoms`, `other-subject:cll`, `off-topic`.
  public var written: String {
    switch self {
    case .gap(let id): "gap:\(id)"
    case .hole(let subject, let aspect): "hole:\(subject)/\(aspect)"
    case .otherSubject(let subject): "other-subject:\(subject)"
    case .offTopic, .unclear, .otherLanguage: kind
    }
  }
}
