/// All figures of a comparison, as JSON and as Markdown.
struct ComparisonReport: Encodable {
  var questions: [EngineFigures] = []
  var intents: [IntentFigures] = []

  /// A table a question set.
  var questionTables: String {
    sets(questions.map(\.set)).map { set in
      let rows = questions.filter { $0.set == set }
      var table = MarkdownTable([
        "\(set): \(rows[0].right.of) in scope, \(rows[0].declined.of) to decline (\(rows[0].nearMisses.of) near misses)",
        "right in scope", "declined", "near misses", "area under risk-coverage", "ms a question", "peak MB",
      ])
      table.rows = rows.map { row in
        [
          row.engine.title, Figure.share(row.right.value), Figure.share(row.declined.value),
          Figure.share(row.nearMisses.value), Figure.number(row.riskCoverage), Figure.number(row.milliseconds, 2),
          Figure.number(row.megabytes, 0),
        ]
      }
      return table.text
    }.joined()
  }

  /// A table an intent set.
  var intentTables: String {
    sets(intents.map(\.set)).map { set in
      let rows = intents.filter { $0.set == set }
      var table = MarkdownTable([set, "accuracy"] + (rows[0].recalls.isEmpty ? [] : Self.recallHeads))
      table.rows = rows.map { row in
        [row.engine.title, Figure.number(row.accuracy)] + (row.recalls.isEmpty ? [] : cells(row))
      }
      return table.text
    }.joined()
  }

  private static let recallHeads =
    ["threshold by mean on validation", "by accuracy \(IntentFigures.aim) on validation"]
    + IntentFigures.accuracies.map { "recall at \(Figure.number($0, 2))" }

  private func cells(_ row: IntentFigures) -> [String] {
    [row.balanced, row.aimed].map { point in
      point.map { "\(Figure.number($0.accuracy)) / \(Figure.number($0.recall))" } ?? "-"
    } + row.recalls.map { $0.map { Figure.number($0) } ?? "-" }
  }

  private func sets(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
