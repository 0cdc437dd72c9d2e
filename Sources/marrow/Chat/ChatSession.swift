import Answering
import Foundation
import Knowledge

/// A chat: takes lines, keeps the conversation's state and the last answer. Prints nothing.
struct ChatSession {
  private let responder: Responder
  private let now: () -> Date
  private var state: ConversationState
  private var lastAnswer: Answer?

  /// What it answers from.
  var knowledge: Knowledge { responder.knowledge }

  /// A chat that has not begun.
  init(_ responder: Responder, now: @escaping () -> Date = { Date() }) {
    self.responder = responder
    self.now = now
    state = responder.freshState(at: now())
  }

  /// What a line comes to: a command where it begins with a slash, else a question.
  mutating func take(_ line: InputLine) -> ChatTurn {
    guard case .bytes(let bytes) = line else { return .message("That is too long to read. Please use fewer words.") }
    let text = String(decoding: bytes, as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return .nothing }
    if first.hasPrefix("/") { return command(first.dropFirst(), rest: words.dropFirst().joined(separator: " ")) }
    let reply = responder.respond(to: Question.bounded(text), in: state, at: now())
    (state, lastAnswer) = (reply.state, reply.answer)
    return .answer(reply.answer)
  }

  private mutating func command(_ name: Substring, rest: String) -> ChatTurn {
    switch SlashCommand(rawValue: name.lowercased()) {
    case .help: return .help
    case .why: return lastAnswer.map { .explanation($0) } ?? .message("There is no answer to explain yet.")
    case .sources: return .sources
    case .topics: return .topics(rest)
    case .reset:
      (state, lastAnswer) = (responder.freshState(at: now()), nil)
      return .message("The conversation so far is forgotten.")
    case .quit: return .quit
    case nil: return .message("There is no such command. /help lists the commands.")
    }
  }
}
