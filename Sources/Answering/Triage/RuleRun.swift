/// Judges the rules over the cue matches of one message.
struct RuleRun {
  private let reading: Reading
  private let matches: [[CueMatch]]
  private let subjects: [String]
  private let masks: [[Int]]
  private var maskedWords: [Int: [Bool]] = [:]
  /// The flags that rules may ask for: remembered ones and those of this message.
  var flags: ContextFlags

  init(reading: Reading, matches: [[CueMatch]], subjects: [String], masks: [[Int]], flags: ContextFlags) {
    self.reading = reading
    self.matches = matches
    self.subjects = subjects
    self.masks = masks
    self.flags = flags
  }

  /// The spans that make the rule fire, one for each requirement with cues; `nil` when it does not fire.
  mutating func spans(for rule: CompiledRule) -> [TokenSpan]? {
    guard canFire(rule), !rule.unlessAnywhere.contains(where: { !matches[$0].isEmpty }) else { return nil }
    prepareMask(of: rule)
    var pools: [[CueMatch]] = []
    for requirement in rule.requirements where !holdsByContext(requirement) {
      let pool = pool(requirement, mask: rule.mask)
      guard !pool.isEmpty else { return nil }
      pools.append(pool)
    }
    guard let anchors = pools.first else { return nil }
    return firstMeeting(anchors, pools.dropFirst(), rule)
  }

  /// A quick look before any work: every requirement has a match or holds by context.
  private func canFire(_ rule: CompiledRule) -> Bool {
    rule.requirements.allSatisfy { requirement in
      requirement.cues.contains { !matches[$0].isEmpty } || holdsByContext(requirement)
    }
  }

  private func holdsByContext(_ requirement: CompiledRule.Requirement) -> Bool {
    requirement.flags.contains { flags[$0] } || requirement.subjects.contains { subjects.contains($0) }
  }

  private func firstMeeting(
    _ anchors: [CueMatch], _ others: ArraySlice<[CueMatch]>, _ rule: CompiledRule
  ) -> [TokenSpan]? {
    let scope = rule.rule.scope ?? .sentence
    let cursors = others.map { PlaceIndex($0, reading: reading) }
    for anchor in anchors where !isSilenced(anchor, by: rule.unless) {
      let partners = cursors.map { $0.partner(of: anchor, scope: scope) }
      guard partners.allSatisfy({ $0 != nil }) else { continue }
      return ([anchor] + partners.compactMap { $0 }).map(span)
    }
    return nil
  }

  private func isSilenced(_ anchor: CueMatch, by cues: [Int]) -> Bool {
    let sentence = reading.words[anchor.start].sentence
    return cues.contains { cue in
      let all = matches[cue]
      guard !all.isEmpty else { return false }
      var low = 0
      var high = all.count
      while low < high {
        let middle = (low + high) / 2
        if reading.words[all[middle].start].sentence < sentence { low = middle + 1 } else { high = middle }
      }
      return low < all.count && reading.words[all[low].start].sentence == sentence
    }
  }

  private func pool(_ requirement: CompiledRule.Requirement, mask: Int?) -> [CueMatch] {
    var pool: [CueMatch] = []
    for cue in requirement.cues { pool += matches[cue] }
    if let mask, let words = maskedWords[mask] {
      pool.removeAll { match in (match.start..<match.end).contains { words[$0] } }
    }
    return requirement.cues.count > 1 ? pool.sorted { ($0.start, $0.end) < ($1.start, $1.end) } : pool
  }

  private mutating func prepareMask(of rule: CompiledRule) {
    guard let mask = rule.mask, maskedWords[mask] == nil else { return }
    var words = [Bool](repeating: false, count: reading.words.count)
    for cue in masks[mask] {
      for match in matches[cue] {
        for index in match.start..<match.end { words[index] = true }
      }
    }
    maskedWords[mask] = words
  }

  private func span(_ match: CueMatch) -> TokenSpan {
    TokenSpan(start: reading.words[match.start].token, end: reading.words[match.end - 1].token + 1)
  }
}
