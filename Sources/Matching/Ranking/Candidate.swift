/// One way to react to a question: a section, or to decline; with its signals and, once weighed, its probability.
struct Candidate {
  /// Index of the section among the knowledge's sections; nil for declining.
  let section: Int?
  /// Signals in the order of ``SectionSignal`` or ``DeclineSignal``.
  let signals: [Float]
  /// Calibrated probability that this is the right reaction.
  var probability: Float = 0
}
