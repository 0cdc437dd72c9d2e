internal import Foundation

/// Every engine on the same question sets, each in a process of its own.
struct Comparison {
  let home: MarrowHome
  let sets: [QuestionSet]
  let engines: [Engine]

  /// The figures, set by set; an engine that lacks what it needs is left out, loudly.
  ///
  /// - Throws: ``DataProblem`` or ``KnowledgeRefused`` where even Marrow by words alone cannot run.
  func figures() throws -> [EngineFigures] {
    let questions = sets.flatMap(\.questions)
    var found: [EngineFigures] = []
    for engine in engines {
      Progress.say("\(engine.title): \(questions.count) questions")
      do {
        let run = try engine.isMarrow ? self.marrow(engine, questions) : peer(engine, questions)
        found += figures(of: engine, run: run.run, threshold: run.threshold)
      } catch let problem as DataProblem where engine != .lexical {
        Progress.say("LEFT OUT: \(engine.title): \(problem)")
      }
    }
    return sets.flatMap { set in found.filter { $0.set == set.name } }
  }

  private func figures(of engine: Engine, run: EngineRun, threshold: Double?) -> [EngineFigures] {
    var start = 0
    return sets.map { set in
      defer { start += set.questions.count }
      return EngineFigures(
        set: set.name, engine: engine, questions: set.questions,
        replies: Array(run.tests[start..<start + set.questions.count]), threshold: threshold,
        milliseconds: run.milliseconds, megabytes: run.megabytes)
    }
  }

  /// Marrow at its shipped operating point.
  private func marrow(_ engine: Engine, _ questions: [LabelledQuestion]) throws -> (run: EngineRun, threshold: Double?)
  {
    // Compiles, where the cache does not hold the knowledge, outside the process whose memory is measured.
    _ = try home.responder(engine)
    let process = EngineProcess(command: home.command(of: engine), name: engine.title, folder: home.benchCache)
    return (try process.run(request(questions)), nil)
  }

  /// A peer, with the threshold that does best on the calibration lines before they are learned from.
  private func peer(_ engine: Engine, _ questions: [LabelledQuestion]) throws -> (run: EngineRun, threshold: Double?) {
    let command = try PeerEnvironment(scripts: home.peers, cache: home.benchCache).command(of: engine)
    let lines = try TeachingLines(home.knowledge)
    var request = request(questions)
    (request.documents, request.training, request.calibration) = (lines.documents, lines.training, lines.calibration)
    let run = try EngineProcess(command: command, name: engine.title, folder: home.benchCache).run(request)
    guard run.calibration.count == lines.calibration.count else {
      throw DataProblem(
        "\(engine.title): \(lines.calibration.count) calibration lines, \(run.calibration.count) replies")
    }
    let replies = zip(run.calibration, lines.calibrationQuestions)
    let curve = OperatingCurve(
      inside: replies.filter { !$1.isToDecline }.map(Judgement.scored),
      outside: replies.filter { $1.isToDecline }.map(\.0.score))
    return (run, curve.balanced.threshold)
  }

  private func request(_ questions: [LabelledQuestion]) -> EngineRequest {
    EngineRequest(
      model: home.model.path, cache: home.benchCache.path, relearns: true, tests: questions.map(\.text))
  }
}
