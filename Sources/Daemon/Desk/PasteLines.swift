import Knowledge

/// Lines for an editor to paste: where a question that was asked in vain could belong, and the case that would check it.
struct PasteLines: Sendable {
  /// A file below `Knowledge/` and what to add to it.
  struct Piece: Sendable, Equatable {
    let file: String
    let text: String
  }

  /// The lines for a miss. The question itself is not kept, so its place says where to write it.
  static func pieces(for miss: AskedTally.Miss) -> [Piece] {
    let parts = miss.reason.split(separator: ":", maxSplits: 1).map(String.init)
    var pieces: [Piece] = []
    if parts.count == 2, parts[0] == "gap" {
      pieces.append(Piece(file: "gaps/\(parts[1]).yaml, below questions:", text: "  - THE QUESTION AS IT WAS ASKED"))
    }
    if let nearest = miss.nearest {
      pieces.append(
        Piece(
          file: "documents/\(nearest).questions.txt, if the section does answer it",
          text: "THE QUESTION AS IT WAS ASKED"))
    }
    return pieces + [Piece(file: "suites/gaps.yaml, or another suite, below cases:", text: cannedCase(miss))]
  }

  private static func cannedCase(_ miss: AskedTally.Miss) -> String {
    let id = String(miss.reason.map { $0.isLetter || $0.isNumber ? $0 : "-" })
    return """
        - id: \(id)-asked
          why: people asked it in vain
          question: THE QUESTION AS IT WAS ASKED
          expect:
            kind: decline
            reason: \(miss.reason)
      """
  }
}
