package import Answering
package import Foundation
import HTTPTypes
import Matching

/// Answers single questions of conversations that live in memory: what `/v1/ask` and the web chat use.
package struct AskService: Sendable {
  /// An answer, what gave it, and the conversation it belongs to.
  package struct Result: Sendable {
    /// The answer.
    package let answer: Answer
    /// What gave it.
    package let responder: Responder
    /// The conversation to go on with.
    package let conversation: ConversationID
  }

  private let desk: KnowledgeDesk
  private let pool: AnswerPool
  private let metrics: DaemonMetrics
  private let collection: QuestionCollection
  private let conversations: ConversationTable
  private let turnstile = Turnstile<ConversationID>(places: 4)

  init(_ desk: KnowledgeDesk, pool: AnswerPool, settings: Settings, metrics: DaemonMetrics) {
    self.desk = desk
    self.pool = pool
    self.metrics = metrics
    collection = QuestionCollection(settings.web)
    let conversations = ConversationTable(limit: settings.answering.conversations)
    self.conversations = conversations
    metrics.add(
      Gauge("marrow_conversations", "Conversations of /v1/ask in memory.") { Double(conversations.count) })
  }

  /// The answer to a question of a conversation; an unknown conversation, or none, starts a new one under a new id.
  /// - Throws: ``HTTPFault``: loading, busy, or too many questions of the conversation at once.
  package func ask(_ question: String, in conversation: ConversationID?, source: String, at now: Date) async throws
    -> Result
  {
    guard let responder = desk.responder else { throw HTTPFault.loading }
    let known = conversation.flatMap { conversations.state(of: $0) == nil ? nil : $0 }
    var generator = SystemRandomNumberGenerator()
    let id = known ?? ConversationID(using: &generator)
    do {
      return try await turnstile.pass(id) {
        let state = conversations.state(of: id) ?? responder.freshState(at: now)
        let reply = try await pool.answer(question, in: state, by: responder, at: now)
        conversations.keep(reply.state, of: id)
        let words = collection.words(of: question, answered: reply.answer, by: responder)
        metrics.count(reply.answer, words: words, source: source, at: now)
        return Result(answer: reply.answer, responder: responder, conversation: id)
      }
    } catch is Turnstile<ConversationID>.Full {
      throw HTTPFault.tooOften(1)
    }
  }
}

extension HTTPFault {
  /// 503 until the knowledge is there.
  static let loading = unavailable("loading", "The knowledge is still being loaded; try again in a moment.", after: 1)
}

extension DaemonMetrics {
  /// Counts an answer: its kind, safety class and why parts were declined.
  /// - Parameter words: the redacted question, where the operator wants it kept.
  func count(_ answer: Answer, words: String?, source: String, at now: Date) {
    asked.count(answer, words: words, at: now)
    questions.increment([source, answer.kind.rawValue, answer.safety?.rawValue ?? "none"])
    for part in answer.parts {
      if let reason = part.reason { unanswered.increment([reason.kind]) }
    }
  }
}
