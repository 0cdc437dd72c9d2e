import Answering
import Knowledge

/// Lays answers out for a terminal: wrapped, the direct answer bold, the source dim, notices behind a bar.
///
/// Where the output is no terminal it changes nothing, so that a pipe gets an answer's plain text byte for byte.
struct TerminalRenderer: Sendable {
  /// Wraps to the terminal's width.
  let wrapping: TextWrapping
  /// Colours, where they are wanted.
  let styling: Styling

  /// A renderer for a terminal as it is now.
  init(_ terminal: Terminal) {
    wrapping = TextWrapping(width: terminal.columns)
    styling = Styling(isOn: terminal.isStyled)
  }

  /// The answer's words, without a line end after them.
  func text(of answer: Answer) -> String {
    guard wrapping.width != nil else { return answer.text }
    let isUrgent = answer.safety.map { $0 >= .urgentFever } ?? false
    return answer.blocks.map { lines(of: $0, isUrgent: isUrgent).joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func lines(of block: AnswerBlock, isUrgent: Bool) -> [String] {
    let bar = isUrgent ? styling.alert("|") : isSetOff(block) ? styling.notice("|") : nil
    guard let bar else { return lines(of: block, in: wrapping) }
    return lines(of: block, in: TextWrapping(width: wrapping.width.map { $0 - 2 })).map { "\(bar) \($0)" }
  }

  private func isSetOff(_ block: AnswerBlock) -> Bool {
    switch block {
    case .notice, .contact: true
    case .lead, .paragraph, .list, .source, .offers: false
    }
  }

  private func lines(of block: AnswerBlock, in wrapping: TextWrapping) -> [String] {
    switch block {
    case .lead(let text): wrapping.lines(text).map(styling.bold)
    case .paragraph(let text), .notice(let text), .contact(let text): wrapping.lines(text)
    case .source(let text): wrapping.lines(text).map(styling.dim)
    case .list(let introduction, let items):
      (introduction.map { wrapping.lines($0) } ?? [])
        + items.flatMap { wrapping.lines($0, first: "- ", rest: "  ") }
    case .offers(let introduction, let offers):
      wrapping.lines(introduction)
        + offers.enumerated().flatMap { wrapping.lines($1.title, first: "\($0 + 1). ", rest: "   ") }
    }
  }
}
