package import Knowledge

/// An utterance with a subject's name where it had a place for one, and what it asks for.
package struct FilledUtterance: Sendable {
  package let text: String
  /// Sections, gaps, small talk or negatives that it asks for; none where the subject's document lacks the aspect and no gap
  /// says so.
  package let labels: [Label]
  /// The same with the subjects masked: aspects in place of sections and of holes in the grid.
  let aspects: [Label]

  /// What a knowledge folder teaches: the lines that are learned from, and those that it is calibrated on.
  package static func lines(of loaded: LoadedKnowledge) -> (training: [FilledUtterance], calibration: [FilledUtterance])
  {
    let filler = UtteranceFiller(loaded, grid: AspectGrid(loaded.knowledge))
    return (filler.filled(loaded.training.utterances), filler.filled(loaded.training.calibration))
  }
}
