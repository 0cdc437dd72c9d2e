internal import Answering
internal import Matching

/// How sure Marrow says it is of an answer, and whether it was right to be.
enum StatedConfidence {
  /// The decision model's probability of what Marrow did: of the first section where it answers, of all readings on offer where
  /// it asks back, of "none of the sections" where it declines; beside it, whether that was right. Nil where no model decided
  /// but the safety rules or the conversation.
  static func prediction(of answer: Answer, to question: LabelledQuestion) -> (
    isDecline: Bool, ReliabilityTable.Prediction
  )? {
    guard let explanation = answer.explanations.first else { return nil }
    let reply = EngineReply(answer)
    if reply.declines == true {
      return (
        true,
        ReliabilityTable.Prediction(probability: declining(explanation.candidates), cameTrue: question.isToDecline)
      )
    }
    let offered = reply.offers == nil ? Array(answer.sections.prefix(1)) : answer.sections
    return (
      false,
      ReliabilityTable.Prediction(
        probability: min(offered.reduce(0) { $0 + $1.score }, 1), cameTrue: Judgement.answers(reply, question))
    )
  }

  /// The probability of declining; where it is not among the candidates named, what they leave over.
  private static func declining(_ candidates: [Explanation.Weighed]) -> Double {
    candidates.first { $0.section == nil }?.probability
      ?? max(0, 1 - candidates.reduce(0) { $0 + $1.probability })
  }
}
