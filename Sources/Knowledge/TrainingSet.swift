/// The ways of asking that the matcher is trained and calibrated on.
public struct TrainingSet: Sendable {
  /// Lines beside sections and gaps, shared lines, small talk and negatives.
  public let utterances: [Utterance]
  /// Lines by other authors in other voices, used for calibration only.
  public let calibration: [Utterance]
  /// Messages of every safety class and of none.
  public let dangers: [SafetyExample]

  /// A training set of these lines.
  public init(utterances: [Utterance], calibration: [Utterance], dangers: [SafetyExample] = []) {
    self.utterances = utterances
    self.calibration = calibration
    self.dangers = dangers
  }
}
