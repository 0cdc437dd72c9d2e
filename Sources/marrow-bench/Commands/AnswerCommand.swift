internal import Answering
internal import ArgumentParser
internal import Foundation

/// Lets Marrow answer in a process of its own; started by ``CompareCommand`` for each of its two forms.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answers a request's tests as JSON lines.", shouldDisplay: false)

  @OptionGroup var home: MarrowHome

  @Argument(help: "lexical or full.")
  var engine: Engine

  @Argument(help: "The request, a JSON file.")
  var request: String

  /// Answers before the clock is started.
  private static let warming = 20

  func run() throws {
    let request = try JSONDecoder().decode(EngineRequest.self, from: Data(contentsOf: URL(fileURLWithPath: request)))
    let responder = try home.responder(engine)
    let now = Date()
    let state = responder.freshState(at: now)
    for text in request.tests.prefix(Self.warming) { _ = responder.respond(to: text, in: state, at: now) }
    let start = ProcessorTime.now
    let answers = request.tests.map { responder.respond(to: $0, in: state, at: now).answer }
    let spent = ProcessorTime.now - start
    for answer in answers { try print(ReplyLine(set: "tests", reply: EngineReply(answer)).json()) }
    try print(
      ReplyLine.cost(milliseconds: spent / Double(max(request.tests.count, 1)), megabytes: PeakMemory.megabytes()))
  }
}

extension Engine: ExpressibleByArgument {}
