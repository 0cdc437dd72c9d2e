/// The matches of one requirement, ready to be asked for one that stands near an anchor.
struct PlaceIndex {
  private let matches: [CueMatch]
  private let reading: Reading

  /// Takes matches ordered by where they start.
  init(_ matches: [CueMatch], reading: Reading) {
    self.matches = matches
    self.reading = reading
  }

  /// A match close enough to the anchor, `nil` when there is none; logarithmic in the number of matches.
  func partner(of anchor: CueMatch, scope: TriageRule.Scope) -> CueMatch? {
    switch scope {
    case .text: matches.first
    case .clause: first(from: anchor, difference: 0) { $0.clause }
    case .sentence: first(from: anchor, difference: 0) { $0.sentence }
    case .neighbours: first(from: anchor, difference: 1) { $0.sentence }
    }
  }

  /// The first match whose place differs from the anchor's by no more than `difference`.
  private func first(from anchor: CueMatch, difference: Int, place: (Reading.Word) -> Int) -> CueMatch? {
    let wanted = place(reading.words[anchor.start])
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if place(reading.words[matches[middle].start]) < wanted - difference { low = middle + 1 } else { high = middle }
    }
    guard low < matches.count, place(reading.words[matches[low].start]) <= wanted + difference else { return nil }
    return matches[low]
  }
}
