internal import Answering
internal import Foundation

/// Makes messages of an answer: sections of text, the source in small print, offers as buttons.
struct SlackRenderer {
  /// UTF-16 units of text in one message: over all its blocks Slack takes about 13,200 characters.
  private static let messageLimit = 9000
  /// Blocks in one message; Slack takes 50, and a note may come before them.
  private static let blockLimit = 48

  private let style = SlackStyle()

  /// The messages, in order.
  func messages(_ text: AnswerText) -> [ChatMessage] {
    let splitter = TextSplitter(limit: Self.messageLimit - LateNote.room, unit: .utf16, style: style)
    let parts = splitter.split(text, numberingOffers: true)
    return parts.enumerated().map { index, lines in
      let blocks = blocks(lines)
      let content = SlackMessage(
        text: style.written(lines), blocks: blocks.count <= Self.blockLimit ? blocks : nil)
      return ChatMessage(payload: Data(content.json.bytes), index: index, count: parts.count)
    }
  }

  private func blocks(_ lines: [TextLine]) -> [SlackBlock] {
    runs(of: lines).flatMap { kind, lines in
      switch kind {
      case .text: sections(lines)
      case .source: source(lines)
      case .offers: actions(lines)
      }
    }
  }

  private func sections(_ lines: [TextLine]) -> [SlackBlock] {
    TextSplitter(limit: SlackBlock.sectionLimit, unit: .utf16, style: style).split(lines)
      .map { .section(style.written($0)) }
  }

  private func source(_ lines: [TextLine]) -> [SlackBlock] {
    let text = style.written(lines)
    return text.utf16.count > 1000 ? sections(lines) : [.context(text)]
  }

  private func actions(_ lines: [TextLine]) -> [SlackBlock] {
    let titles = lines.compactMap { line -> (number: Int, title: String)? in
      if case .offer(let number) = line.role { (number, line.text) } else { nil }
    }
    return stride(from: 0, to: titles.count, by: SlackBlock.rowLimit).map {
      .actions(Array(titles[$0..<min($0 + SlackBlock.rowLimit, titles.count)]))
    }
  }

  // MARK: Runs

  private enum Kind { case text, source, offers }

  private func kind(of line: TextLine) -> Kind {
    switch line.role {
    case .source: .source
    case .offer: .offers
    default: .text
    }
  }

  /// Neighbouring lines of one kind.
  private func runs(of lines: [TextLine]) -> [(Kind, [TextLine])] {
    lines.reduce(into: []) { runs, line in
      let kind = kind(of: line)
      if let last = runs.last, last.0 == kind {
        runs[runs.count - 1].1.append(line)
      } else {
        runs.append((kind, [line]))
      }
    }
  }
}
