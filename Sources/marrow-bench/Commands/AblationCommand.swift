internal import Answering
internal import ArgumentParser
internal import Foundation
internal import Knowledge
internal import Matching

/// `marrow-bench ablation`: what the last lines that were written have bought.
struct AblationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ablation",
    abstract: "Learns from fewer ways of asking and shows what they bought.",
    discussion: """
      By words alone. The lines that stay are chosen by the hash of their text, so they are the same on every run; calibration and \
      safety lines all stay. Each row trains anew, which takes about half a minute.
      """)

  @OptionGroup var home: MarrowHome

  @Option(parsing: .upToNextOption, help: "Folders of question sets as JSON lines.")
  var questions: [String] = ["Tests/HeldBack"]

  @Option(help: "Writes the figures into this file too.")
  var json: String?

  private static let cuts: [TrainingCut] = [.share(0.25), .share(0.5), .share(0.75), .without(1_000), .share(1)]

  func run() throws {
    try Ending.run {
      let sets = try questions.map { try QuestionSet(folder: URL(fileURLWithPath: $0)) }
      let loaded = try KnowledgeLoader(home.knowledge).load()
      let safety = try SafetyLayer.load(home.knowledge)
      let figures = Self.cuts.flatMap { self.figures($0, loaded, safety: safety, sets: sets) }
      print(table(figures).text, terminator: "")
      try JSONFile.write(figures, to: json)
    }
  }

  private func figures(
    _ cut: TrainingCut, _ loaded: LoadedKnowledge, safety: SafetyLayer, sets: [QuestionSet]
  ) -> [AblationFigures] {
    let utterances = cut.apply(to: loaded.training.utterances)
    Progress.say("\(cut.title): learning from \(utterances.count) of \(loaded.training.utterances.count) lines")
    let training = TrainingSet(
      utterances: utterances, calibration: loaded.training.calibration, dangers: loaded.training.dangers)
    let compiled = KnowledgeCompiler(LoadedKnowledge(knowledge: loaded.knowledge, training: training)).compile()
    let responder = Responder(Matcher(compiled), safety: safety)
    let now = Date()
    let state = responder.freshState(at: now)
    return sets.map { set in
      let replies = set.questions.map { EngineReply(responder.respond(to: $0.text, in: state, at: now).answer) }
      let found = EngineFigures(
        set: set.name, engine: .lexical, questions: set.questions, replies: replies, threshold: nil, milliseconds: 0,
        megabytes: 0)
      return AblationFigures(
        set: set.name, lines: cut.title, count: utterances.count, right: found.right, declined: found.declined,
        nearMisses: found.nearMisses)
    }
  }

  private func table(_ figures: [AblationFigures]) -> MarkdownTable {
    var table = MarkdownTable(["set", "ways of asking", "lines", "right in scope", "declined", "near misses"])
    table.rows = figures.map { row in
      [
        row.set, row.lines, "\(row.count)", Figure.share(row.right.value), Figure.share(row.declined.value),
        Figure.share(row.nearMisses.value),
      ]
    }
    return table
  }
}
