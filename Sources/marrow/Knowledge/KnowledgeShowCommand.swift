import ArgumentParser
import Knowledge

/// Shows one section or gap.
struct KnowledgeShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a section or a gap: its text, where it comes from, how hard it reads, how often it is asked for.",
    discussion: """
      Examples:
        marrow knowledge show all/symptoms
        marrow knowledge show gap:survival-figures
        marrow knowledge show bmt/overview --json
      """)

  @OptionGroup var home: Home
  @Flag(help: "Print JSON.") var json = false
  @Argument(help: "Id of a section, or gap: and the id of a gap.") var id: String

  func run() throws {
    let loaded = try Refusal.reported { () throws(KnowledgeRefused) in
      try KnowledgeLoader(home.knowledgeFolder()).load()
    }
    if let section = loaded.knowledge.section(id) {
      let card = SectionCard(section, of: loaded)
      print(json ? try JSONText.of(card) : card.text)
    } else if let gap = gap(in: loaded) {
      let card = GapCard(gap, of: loaded)
      print(json ? try JSONText.of(card) : card.text)
    } else {
      throw unknown(loaded.knowledge)
    }
  }

  private func gap(in loaded: LoadedKnowledge) -> Gap? {
    guard id.hasPrefix("gap:") else { return nil }
    return loaded.knowledge.gap(String(id.dropFirst("gap:".count)))
  }

  private func unknown(_ knowledge: Knowledge) -> ExitCode {
    let ids = knowledge.sections.map(\.id) + knowledge.gaps.map { "gap:\($0.id)" }
    let near = NearestIDs(ids).suggestions(for: id)
    let hint =
      near.isEmpty
      ? "\"marrow knowledge list\" and \"marrow knowledge gaps\" print all ids."
      : "Did you mean \(near.joined(separator: ", "))?"
    return Refusal.because("There is no section or gap \"\(id)\". \(hint)")
  }
}
