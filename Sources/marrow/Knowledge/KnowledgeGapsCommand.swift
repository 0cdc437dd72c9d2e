import ArgumentParser
import Knowledge

/// Lists what the documents do not say.
struct KnowledgeGapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Lists what the documents do not cover, with the number of ways people ask for it.",
    discussion: """
      Examples:
        marrow knowledge gaps
        marrow knowledge gaps --json
      """)

  @OptionGroup var home: Home
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let loaded = try Refusal.reported { () throws(KnowledgeRefused) in
      try KnowledgeLoader(home.knowledgeFolder()).load()
    }
    let cards = loaded.knowledge.gaps.map { GapCard($0, of: loaded) }
    print(json ? try JSONText.of(cards) : text(of: cards))
  }

  private func text(of cards: [GapCard]) -> String {
    let rows = cards.map { [$0.id, $0.subject ?? "any", "\($0.questions)", $0.title] }
    return Columns.text([["id", "subject", "questions", "title"]] + rows)
  }
}
