internal import Answering
internal import ArgumentParser
internal import Foundation

/// `marrow-bench reliability`: whether Marrow is right as often as it says.
struct ReliabilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reliability",
    abstract: "Compares stated confidence with the truth, in ten bins.",
    discussion: """
      The confidence is the decision model's probability: of the first section where Marrow answers, of the readings on offer \
      where it asks back, of "none of the sections" where it declines. Lines in scope and lines to be declined count; what the safety \
      rules take over has no such probability and is left out.
      """)

  @OptionGroup var home: MarrowHome

  @Option(parsing: .upToNextOption, help: "Folders of question sets as JSON lines; all lines count together.")
  var questions: [String] = ["Tests/HeldBack"]

  @Option(parsing: .upToNextOption, help: "lexical, full or both.")
  var engines: [Engine] = [.lexical, .full]

  @Option(help: "Seed of the bootstrap samples.")
  var seed: UInt64 = 1

  @Option(help: "Writes the figures into this file too.")
  var json: String?

  func validate() throws {
    if engines.contains(where: { !$0.isMarrow }) { throw ValidationError("Only lexical and full state a probability.") }
  }

  func run() throws {
    try Ending.run {
      let sets = try questions.map { try QuestionSet(folder: URL(fileURLWithPath: $0)) }
      let reports = try engines.map { try report(on: $0, asking: sets.flatMap(\.questions)) }
      for report in reports { print(report.text, terminator: "") }
      try JSONFile.write(reports, to: json)
    }
  }

  private func report(on engine: Engine, asking questions: [LabelledQuestion]) throws -> ReliabilityReport {
    Progress.say("\(engine.title): \(questions.count) questions")
    let responder = try home.responder(engine)
    let now = Date()
    let state = responder.freshState(at: now)
    let stated = questions.compactMap { question in
      StatedConfidence.prediction(of: responder.respond(to: question.text, in: state, at: now).answer, to: question)
    }
    let parts = [
      ReliabilityReport.Part("answering or declining", stated.map(\.1), seed: seed),
      ReliabilityReport.Part("answering", stated.filter { !$0.isDecline }.map(\.1), seed: seed),
      ReliabilityReport.Part("declining", stated.filter(\.isDecline).map(\.1), seed: seed),
    ]
    return ReliabilityReport(engine: engine, parts: parts, leftOut: questions.count - stated.count)
  }
}
