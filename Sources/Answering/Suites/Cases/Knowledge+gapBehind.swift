package import Knowledge
package import Matching

extension Knowledge {
  /// Id of the gap whose reply a refusal gives; nil where it gives none.
  package func gap(behind reason: Reason) -> String? {
    switch reason {
    case .gap(let id): id
    case .hole(let subject, let aspect): gaps.first { $0.subject == subject && $0.aspect == aspect }?.id
    case .otherSubject(let id): vocabulary.subject(id)?.gap
    case .offTopic, .unclear, .otherLanguage: nil
    }
  }
}
