/// Writes the pattern language of ``CueSet`` out in words, for people who do not write rules.
///
/// `@kin <2> fell|fallen !asleep` becomes: [kin] … fell / fallen (not before: asleep). Square brackets name another cue, `…` stands
/// for words of any kind, and a part in round brackets may be missing.
struct PhraseProse {
  /// The phrases of one line of a cue set, each in words; unreadable ones as they are written.
  func phrases(of line: String) -> [String] {
    PhraseParser.split(line).map(text)
  }

  private func text(of phrase: String) -> String {
    phrase.split(separator: " ").map(part).joined(separator: " ")
  }

  private func part(_ written: Substring) -> String {
    switch written {
    case "^": return "at the start:"
    case "^^": return "at the very start:"
    case "$": return "(end)"
    case "$$": return "(end of the message)"
    default: break
    }
    switch written.first {
    case "<": return "…"
    case "!": return "(not before: \(alternatives(written.dropFirst(), joined: ", ")))"
    case "~": return "(not after: \(alternatives(written.dropFirst(), joined: ", ")))"
    default: break
    }
    guard written.hasSuffix("?") else { return alternatives(written, joined: " / ") }
    return "(\(alternatives(written.dropLast(), joined: " / ")))"
  }

  private func alternatives(_ written: Substring, joined separator: String) -> String {
    written.split(separator: "|").map(alternative).joined(separator: separator)
  }

  private func alternative(_ written: Substring) -> String {
    if written.hasPrefix("@") { return "[\(written.dropFirst())]" }
    let words = written.split(separator: "-", omittingEmptySubsequences: false).joined(separator: " ")
    return words.split(separator: "*", omittingEmptySubsequences: false).joined(separator: "…")
  }
}
