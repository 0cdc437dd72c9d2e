internal import Foundation
internal import Knowledge
internal import Matching

/// Marrow's engine as a plain intent matcher, beside peers that learn the same messages.
struct IntentComparison {
  let home: MarrowHome
  /// Folder of the public data.
  let folder: URL
  let engines: [Engine]

  /// The sets in the folder.
  ///
  /// - Throws: ``DataProblem`` for what is missing or broken.
  func sets() throws(DataProblem) -> [IntentData] {
    [try IntentData.clinc150(in: folder), try IntentData.banking77(in: folder)]
  }

  /// The figures on a set; an engine that lacks what it needs is left out, loudly.
  ///
  /// - Throws: ``KnowledgeRefused`` where the knowledge folder, whose list of ordinary words is used, cannot be read.
  func figures(on data: IntentData) throws -> [IntentFigures] {
    try engines.compactMap { engine in
      Progress.say("\(data.name): \(engine.title)")
      do {
        let replies = try engine.isMarrow ? marrow(engine, data) : peer(engine, data)
        return IntentFigures(engine: engine, data: data, replies: replies)
      } catch let problem as DataProblem where engine != .lexical {
        Progress.say("LEFT OUT: \(engine.title): \(problem)")
        return nil
      }
    }
  }

  private func marrow(_ engine: Engine, _ data: IntentData) throws -> IntentReplies {
    let messages = { (labelled: [LabelledMessage]) in
      labelled.map { IntentSet.Message(text: $0.text, intent: $0.label) }
    }
    let encoder = engine == .full ? try home.encoder() : nil
    let words = try KnowledgeLoader(home.knowledge).load().knowledge.vocabulary.spelling.common
    let set = IntentSet(training: messages(data.training), calibration: messages(data.validation), words: words)
    let cache = home.benchCache.appendingPathComponent(data.name.lowercased())
    let matcher = IntentMatcher(set, encoder: encoder, cache: cache, relearns: data.validationIsTraining) {
      step, share in
      Progress.say("\(data.name): \(step), \(Int(share * 100)) %")
    }
    Progress.say("\(data.name): answering \(data.tests.count) messages")
    // What was learned from is no validation any more, and where nothing is out of scope none is needed.
    let validation = data.validationIsTraining ? [] : data.validation.map { reply(of: matcher, to: $0) }
    return IntentReplies(validation: validation, tests: data.tests.map { reply(of: matcher, to: $0) })
  }

  /// Sure to the degree in which the message is not to be declined.
  private func reply(of matcher: IntentMatcher, to message: LabelledMessage) -> EngineReply {
    let reply = matcher.reply(to: message.text)
    return EngineReply(label: reply.intent, score: 1 - reply.declining)
  }

  private func peer(_ engine: Engine, _ data: IntentData) throws -> IntentReplies {
    let command = try PeerEnvironment(scripts: home.peers, cache: home.benchCache).command(of: engine)
    var request = EngineRequest(
      model: home.model.path, cache: home.benchCache.path, relearns: data.validationIsTraining,
      tests: data.tests.map(\.text))
    (request.training, request.calibration, request.isTimed) = (data.training, data.validation, false)
    let run = try EngineProcess(command: command, name: engine.title, folder: home.benchCache).run(request)
    return IntentReplies(validation: data.validationIsTraining ? [] : run.calibration, tests: run.tests)
  }
}
