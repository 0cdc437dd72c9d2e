extension TrainingSet {
  /// How many training lines each label has. O(lines).
  public var counts: [Label: Int] {
    utterances.flatMap(\.labels).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
