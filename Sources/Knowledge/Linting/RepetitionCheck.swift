/// Finds questions that stand twice although loading saw two: apart from punctuation, or apart from small words and their order.
struct RepetitionCheck {
  private let training: TrainingSet

  /// Fewest telling words that make two questions comparable: with fewer, different questions look alike.
  private static let fewestWords = 3

  init(_ training: TrainingSet) { self.training = training }

  /// O(questions) but for sorting.
  func findings() -> [LintFinding] { repeated() + near() }

  private func repeated() -> [LintFinding] {
    let calibration = training.utterances.count
    var seen: [String: (index: Int, utterance: Utterance)] = [:]
    return (training.utterances + training.calibration).enumerated().compactMap { index, utterance in
      let key = QuestionKey.words(of: utterance.text).joined(separator: " ")
      guard !key.isEmpty else { return nil }
      guard let first = seen[key] else {
        seen[key] = (index, utterance)
        return nil
      }
      let crosses = first.index < calibration && index >= calibration
      return finding(
        crosses ? .calibrationInTraining : Self.rule(first.utterance, utterance), first.utterance, utterance)
    }
  }

  private static func rule(_ first: Utterance, _ second: Utterance) -> LintRule {
    Set(first.labels) == Set(second.labels) ? .repeatedQuestion : .contradictoryQuestion
  }

  private func finding(_ rule: LintRule, _ first: Utterance, _ second: Utterance) -> LintFinding {
    LintFinding(rule, at: second.place, "\"\(second.text)\" stands in \(first.place) as \"\(first.text)\"; keep one")
  }

  private func near() -> [LintFinding] {
    var seen: [[String]: Utterance] = [:]
    return training.utterances.compactMap { utterance in
      let key = QuestionKey.tellingWords(of: utterance.text)
      guard key.count >= Self.fewestWords else { return nil }
      guard let first = seen[key] else {
        seen[key] = utterance
        return nil
      }
      let isSame = QuestionKey.words(of: first.text) == QuestionKey.words(of: utterance.text)
      guard !isSame, Set(first.labels) != Set(utterance.labels) else { return nil }
      return LintFinding(
        .nearDuplicate, at: utterance.place,
        "\"\(utterance.text)\" is close to \"\(first.text)\" in \(first.place), which asks for something else")
    }
  }
}
