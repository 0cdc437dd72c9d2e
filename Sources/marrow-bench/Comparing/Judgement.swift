/// Whether an engine's reply to a question is right.
package enum Judgement {
  /// True where the best label answers the question, whether or not it is given; a choice of two that both answer it will do as
  /// well.
  package static func answers(_ reply: EngineReply, _ question: LabelledQuestion) -> Bool {
    if let offers = reply.offers { return question.readings.intersection(offers).count >= 2 }
    return reply.label.map(question.accepted.contains) ?? false
  }

  /// The reply as the measures take it.
  package static func scored(_ reply: EngineReply, _ question: LabelledQuestion) -> ScoredReply {
    ScoredReply(score: reply.score, isRight: answers(reply, question))
  }
}
