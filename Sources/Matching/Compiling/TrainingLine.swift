/// A training question, read, with its classes in both classifiers; an empty list leaves it out of that one.
struct TrainingLine {
  let analysis: Analysis
  let flat: [Int]
  let aspect: [Int]
}
