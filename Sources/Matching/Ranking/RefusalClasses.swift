internal import Knowledge

/// The classes that stand for not answering, each with its place in both classifiers.
struct RefusalClasses: Sendable {
  private let entries: [(label: Label, flat: Int, aspect: Int?)]

  init(_ classes: ClassTable) {
    let aspects = Dictionary(classes.aspect.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    entries = classes.flat.enumerated().filter { $0.element.declines }.map {
      ($0.element, $0.offset, aspects[$0.element])
    }
  }

  /// The likeliest gap, kind of small talk or negative, with its probability in the mean of both classifiers; a class that only
  /// one of them has counts by that one alone.
  func likeliest(_ evidence: ClassEvidence) -> (label: Label?, probability: Float) {
    likeliest(flat: evidence.flat, aspect: evidence.aspect)
  }

  /// The same in the mean of both views of the question.
  func likeliest(_ evidence: Evidence) -> (label: Label?, probability: Float) {
    likeliest(flat: evidence.flat, aspect: evidence.aspect)
  }

  private func likeliest(flat flats: [Float], aspect aspects: [Float]) -> (label: Label?, probability: Float) {
    var best: (label: Label?, probability: Float) = (nil, 0)
    for entry in entries {
      let flat = flats[entry.flat]
      let probability = entry.aspect.map { (flat + aspects[$0]) / 2 } ?? flat
      if probability > best.probability { best = (entry.label, probability) }
    }
    return best
  }
}
