import ArgumentParser
import Knowledge

/// Counts what there is.
struct KnowledgeStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts documents, sections, questions by voice, gaps and vocabulary, and prints the digest.",
    discussion: """
      Examples:
        marrow knowledge stats
        marrow knowledge stats --json
      """)

  @OptionGroup var home: Home
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let statistics = try Refusal.reported { () throws(KnowledgeRefused) in
      KnowledgeStatistics(try KnowledgeLoader(home.knowledgeFolder()).load())
    }
    print(json ? try JSONText.of(statistics) : text(of: statistics))
  }

  private func text(of counts: KnowledgeStatistics) -> String {
    let voices = counts.questionsByVoice.map { ($0.key.isEmpty ? "(no voice)" : $0.key, $0.value) }
    let groups = [
      Columns.text([
        ["documents", "\(counts.documents)"], ["sections", "\(counts.sections)"], ["sentences", "\(counts.sentences)"],
        ["words", "\(counts.words)"], ["facts", "\(counts.facts)"],
        ["section questions", "\(counts.sectionQuestions)"],
        ["shared questions", "\(counts.sharedQuestions)"], ["gaps", "\(counts.gaps)"],
        ["gap questions", "\(counts.gapQuestions)"], ["small talk", "\(counts.smalltalk)"],
        ["small talk lines", "\(counts.smalltalkLines)"], ["calibration questions", "\(counts.calibration)"],
      ]),
      table("Questions by voice", voices), table("Negatives", counts.negatives.map { ($0, $1) }),
      table("Vocabulary", counts.vocabulary.map { ($0, $1) }), "digest  \(counts.digest)",
    ]
    return groups.joined(separator: "\n\n")
  }

  /// A heading and the counts, largest first.
  private func table(_ heading: String, _ counts: [(name: String, count: Int)]) -> String {
    let rows = counts.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.map { [$0.name, "\($0.count)"] }
    return "\(heading)\n" + Columns.text(rows, indent: "  ")
  }
}
