import Answering
import Knowledge

/// Puts what a chat's lines come to into words for one screen.
struct ChatScreen {
  private let knowledge: Knowledge
  private let renderer: TerminalRenderer

  /// A screen over a terminal as it is now.
  init(_ knowledge: Knowledge, terminal: Terminal) {
    self.knowledge = knowledge
    renderer = TerminalRenderer(terminal)
  }

  /// What to print, without a line end after it; nil where there is nothing to say.
  func text(of turn: ChatTurn) -> String? {
    switch turn {
    case .answer(let answer): renderer.text(of: answer)
    case .explanation(let answer): WhyPrinter(renderer).text(of: answer)
    case .help: rows(SlashCommand.allCases.map { ($0.usage, $0.summary) }).joined(separator: "\n")
    case .sources: knowledge.documents.map(source).joined(separator: "\n\n")
    case .topics(let word): topics(with: word)
    case .message(let text): renderer.wrapping.lines(text).joined(separator: "\n")
    case .nothing, .quit: nil
    }
  }

  /// What the program is, for the start of a chat.
  var opening: String {
    let titles = knowledge.documents.map(\.title)
    let about = titles.count > 1 ? "\(titles.count) documents: \(titles.joined(separator: "; "))" : titles.joined()
    return [
      "Marrow answers questions from \(about).",
      "It is a program, not a doctor, and what it says is not medical advice. /help lists the commands.",
    ].flatMap { renderer.wrapping.lines($0) }.map(renderer.styling.dim).joined(separator: "\n")
  }

  private func source(_ document: Document) -> String {
    let details = ["Source: \(document.source)", "Last reviewed: \(document.reviewed)", "Covers \(document.covers)"]
    return
      (renderer.wrapping.lines("\(document.title) (\(document.short))").map(renderer.styling.bold)
      + details.flatMap { renderer.wrapping.lines($0, first: "  ", rest: "    ") }).joined(separator: "\n")
  }

  private func topics(with word: String) -> String {
    let lists = knowledge.documents.compactMap { document -> String? in
      let sections = document.sections.compactMap(knowledge.section).filter {
        word.isEmpty || $0.title.lowercased().contains(word.lowercased())
      }
      return sections.isEmpty ? nil : topics(sections, of: document)
    }
    let none = "No topic has that in its title. /topics alone lists all of them."
    return lists.isEmpty ? renderer.wrapping.lines(none).joined(separator: "\n") : lists.joined(separator: "\n\n")
  }

  private func topics(_ sections: [Section], of document: Document) -> String {
    let title = renderer.wrapping.lines(document.title).map(renderer.styling.bold)
    let lines = sections.flatMap { section in
      let indent = String(repeating: "  ", count: section.id.split(separator: "/").count - 1)
      return renderer.wrapping.lines(section.title, first: indent, rest: indent + "  ")
    }
    return (title + lines).joined(separator: "\n")
  }

  private func rows(_ rows: [(term: String, text: String)]) -> [String] {
    let width = 2 + (rows.map(\.term.count).max() ?? 0)
    return rows.flatMap { row in
      let first = row.term + String(repeating: " ", count: width - row.term.count)
      return renderer.wrapping.lines(row.text, first: first, rest: String(repeating: " ", count: width))
    }
  }
}
