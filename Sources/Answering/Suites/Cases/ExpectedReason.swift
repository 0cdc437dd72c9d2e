package import Knowledge
package import Matching

/// Why a case expects to be declined: one reason, or every reason of a kind.
package enum ExpectedReason: Sendable, Equatable {
  /// Exactly this reason, or another one that gives the same reply.
  case exactly(Reason)
  /// Any reason of this kind: `gap`, `hole` or `other-subject` without a name.
  case kind(String)

  /// Reads `gap:cost`, `hole:aml/symptoms`, `other-subject:cll`, `off-topic`, `gap` and so on; nil for anything else.
  package init?(_ written: String) {
    let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("off-topic", 1): self = .exactly(.offTopic)
    case ("unclear", 1): self = .exactly(.unclear)
    case ("other-language", 1): self = .exactly(.otherLanguage)
    case ("gap", 1), ("hole", 1), ("other-subject", 1): self = .kind(parts[0])
    case ("gap", 2): self = .exactly(.gap(parts[1]))
    case ("other-subject", 2): self = .exactly(.otherSubject(parts[1]))
    case ("hole", 2):
      let names = parts[1].split(separator: "/").map(String.init)
      guard names.count == 2 else { return nil }
      self = .exactly(.hole(subject: names[0], aspect: names[1]))
    default: return nil
    }
  }

  /// The form that ``init(_:)`` reads.
  package var written: String {
    switch self {
    case .exactly(let reason): reason.written
    case .kind(let kind): kind
    }
  }

  /// True where a refusal is for this reason. A gap that fills a hole of the grid, or that declines a subject without a
  /// document, is the same refusal under two names.
  package func accepts(_ reason: Reason, knowledge: Knowledge) -> Bool {
    switch self {
    case .kind(let kind): return reason.kind == kind
    case .exactly(let wanted):
      if wanted == reason { return true }
      guard let gap = knowledge.gap(behind: wanted), wanted.kind != reason.kind else { return false }
      return knowledge.gap(behind: reason) == gap
    }
  }
}
