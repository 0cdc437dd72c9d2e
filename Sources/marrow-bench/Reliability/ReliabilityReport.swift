internal import Matching

/// How far the stated confidences of one form of Marrow can be believed.
struct ReliabilityReport: Encodable {
  /// One of the tables.
  struct Part: Encodable {
    /// What was predicted.
    let name: String
    let count: Int
    let bins: [ReliabilityTable.Bin]
    let calibrationError: Double
    let lower: Double
    let upper: Double

    init(_ name: String, _ predictions: [ReliabilityTable.Prediction], seed: UInt64) {
      let table = ReliabilityTable(predictions)
      var generator = SeededGenerator(seed: seed)
      let interval = Bootstrap.interval(of: predictions, using: &generator) { ReliabilityTable($0).calibrationError }
      self.name = name
      count = predictions.count
      bins = table.bins
      calibrationError = table.calibrationError
      (lower, upper) = (interval?.lower ?? 0, interval?.upper ?? 0)
    }
  }

  let engine: Engine
  let parts: [Part]
  /// Lines that the safety rules or the conversation decided alone.
  let leftOut: Int

  /// The tables as Markdown.
  var text: String {
    "\(engine.title); \(leftOut) lines that the safety rules decided alone are left out.\n\n"
      + parts.map(text).joined()
  }

  private func text(_ part: Part) -> String {
    var table = MarkdownTable(["\(part.name), predicted", "lines", "mean predicted", "actual"])
    table.rows = part.bins.filter { $0.count > 0 }.map { bin in
      [
        "\(Figure.number(bin.from, 1)) to \(Figure.number(bin.from + 0.1, 1))", "\(bin.count)",
        Figure.number(bin.predicted), Figure.number(bin.actual),
      ]
    }
    return table.text
      + "Expected calibration error of \(part.count) lines: \(Figure.number(part.calibrationError)) "
      + "(95 % bootstrap interval \(Figure.number(part.lower)) to \(Figure.number(part.upper))).\n\n"
  }
}
