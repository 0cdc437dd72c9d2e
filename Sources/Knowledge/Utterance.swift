/// One way of asking, with what it asks for. Training, calibration and negative lines are all utterances.
public struct Utterance: Sendable, Equatable {
  /// The line as a person types it; `{subject}` stands where a shared line takes a disease name.
  public let text: String
  /// What it asks for; several where more than one reading is right.
  public let labels: [Label]
  /// Who asks, from the `# voice:` heading above it; empty where there is none.
  public let voice: String
  /// File below `Knowledge/` and line it stands in.
  public let place: SourcePlace

  /// An utterance with its labels.
  public init(text: String, labels: [Label], voice: String, place: SourcePlace) {
    self.text = text
    self.labels = labels
    self.voice = voice
    self.place = place
  }
}
