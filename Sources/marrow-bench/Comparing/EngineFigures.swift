/// What an engine came to on a question set.
package struct EngineFigures: Codable, Sendable, Equatable {
  /// A share of some lines.
  package struct Share: Codable, Sendable, Equatable {
    package let count: Int
    package let of: Int

    package init(count: Int, of: Int) {
      self.count = count
      self.of = of
    }

    /// 0 where there are no lines.
    package var value: Double { of == 0 ? 0 : Double(count) / Double(of) }
  }

  package let set: String
  package let engine: Engine
  /// In scope, answered, and the first section answers it.
  package let right: Share
  /// To be declined, and declined.
  package let declined: Share
  /// The same of those that stand very near a section.
  package let nearMisses: Share
  /// ``RiskCoverage/area(_:)`` over all lines, where an answer to a line that is to be declined is wrong.
  package let riskCoverage: Double
  /// Scores below it are declined; nil where the engine decides by more than one score.
  package let threshold: Double?
  /// Milliseconds of a processor for a question, on one thread.
  package let milliseconds: Double
  /// Resident memory at its highest, in megabytes.
  package let megabytes: Double

  /// The figures of replies to questions, in the same order. `threshold` declines where the engine does not decide itself.
  package init(
    set: String, engine: Engine, questions: [LabelledQuestion], replies: [EngineReply], threshold: Double?,
    milliseconds: Double, megabytes: Double
  ) {
    let lines = zip(questions, replies).map { question, reply in
      (question: question, reply: reply, declines: reply.declines ?? (reply.score < threshold ?? -.infinity))
    }
    let inside = lines.filter { !$0.question.isToDecline }
    let outside = lines.filter(\.question.isToDecline)
    let near = outside.filter(\.question.isNearMiss)
    self.set = set
    self.engine = engine
    right = Share(count: inside.count { !$0.declines && Judgement.answers($0.reply, $0.question) }, of: inside.count)
    declined = Share(count: outside.count(where: \.declines), of: outside.count)
    nearMisses = Share(count: near.count(where: \.declines), of: near.count)
    riskCoverage = RiskCoverage.area(lines.map { Judgement.scored($0.reply, $0.question) })
    self.threshold = threshold
    self.milliseconds = milliseconds
    self.megabytes = megabytes
  }
}
