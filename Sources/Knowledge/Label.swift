/// What an utterance asks for.
///
/// Written in calibration files as `all/symptoms`, `gap:survival-figures`, `aspect:symptoms`, `smalltalk:thanks`,
/// `negative:off-topic` or plain `decline`.
public enum Label: Sendable, Hashable, Codable {
  /// A section answers it.
  case section(String)
  /// A named gap.
  case gap(String)
  /// An aspect of whatever subject the line names: shared lines that fit several documents.
  case aspect(String)
  /// A kind of small talk.
  case smalltalk(String)
  /// A kind of question that has nothing to do with the documents: `off-topic`, `other-disease`, `gibberish` and so on.
  case negative(String)
  /// To be declined, for whatever reason (calibration only).
  case decline

  /// Reads the written form; nil where it has none of the known forms.
  public init?(_ written: String) {
    let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("decline", 1): self = .decline
    case ("gap", 2): self = .gap(parts[1])
    case ("aspect", 2): self = .aspect(parts[1])
    case ("smalltalk", 2): self = .smalltalk(parts[1])
    case ("negative", 2): self = .negative(parts[1])
    case (_, 1) where written.contains("/"): self = .section(written)
    default: return nil
    }
  }

  /// The form that ``init(_:)`` reads.
  public var written: String {
    switch self {
    case .section(let id): id
    case .gap(let id): "gap:\(id)"
    case .aspect(let id): "aspect:\(id)"
    case .smalltalk(let id): "smalltalk:\(id)"
    case .negative(let id): "negative:\(id)"
    case .decline: "decline"
    }
  }

  /// True where the right reaction is not an answer from a section.
  public var declines: Bool {
    switch self {
    case .section, .aspect: false
    case .gap, .smalltalk, .negative, .decline: true
    }
  }
}
