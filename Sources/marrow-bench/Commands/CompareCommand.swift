internal import ArgumentParser
internal import Foundation

/// `marrow-bench compare`: Marrow and its peers on question sets and on public intent data.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares Marrow with engines that learn from the same lines.",
    discussion: """
      On question sets (--questions) every engine learns Marrow's own knowledge: a section's text and ways of asking, with \
      gaps, small talk and negatives as what is out of scope. Marrow runs as it is shipped. A peer gets the threshold that does best on the \
      calibration lines (highest mean of right in scope and declined out of scope) before it learns from them too, as Marrow does. \
      No test line takes part in any of this. Questions marked soft are left out.

      On public intent data (--data: a folder with clinc150/clinc_{train,val,test,oos_train,oos_val,oos_test}.tsv and \
      banking77/banking_{train,test}.tsv, a line being label, tab, text) intents are sections and messages are their ways of asking; \
      thresholds come from the validation messages.

      The peers are installed into the cache folder on first use: about 1.5 GB and some minutes. Where that fails they are left \
      out, and Marrow's figures are printed all the same.
      """)

  @OptionGroup var home: MarrowHome

  @Option(parsing: .upToNextOption, help: "Folders of question sets as JSON lines, such as Tests/HeldBack.")
  var questions: [String] = []

  @Option(help: "Folder of public intent data.")
  var data: String?

  @Option(parsing: .upToNextOption, help: "Engines to run. Default: all.")
  var engines: [Engine] = Engine.allCases

  @Option(help: "Writes the figures into this file too.")
  var json: String?

  func validate() throws {
    if questions.isEmpty && data == nil {
      throw ValidationError("Give --questions FOLDER, for example Tests/HeldBack, or --data FOLDER, or both.")
    }
  }

  /// Intents have no text to search in.
  private var intentEngines: [Engine] { engines.filter { $0 != .bm25 } }

  /// At once, since the next table can be minutes away.
  private func show(_ tables: String) { FileHandle.standardOutput.write(Data(tables.utf8)) }

  func run() throws {
    try Ending.run {
      // Read before anything is computed, so that bad data is told at once.
      let sets = try questions.map { try QuestionSet(folder: URL(fileURLWithPath: $0)) }
      let intents = data.map { IntentComparison(home: home, folder: URL(fileURLWithPath: $0), engines: intentEngines) }
      let intentSets = try intents?.sets() ?? []
      var report = ComparisonReport()
      if !sets.isEmpty { report.questions = try Comparison(home: home, sets: sets, engines: engines).figures() }
      show(report.questionTables)
      for set in intentSets {
        let figures = try intents?.figures(on: set) ?? []
        show(ComparisonReport(intents: figures).intentTables)
        report.intents += figures
      }
      try JSONFile.write(report, to: json)
    }
  }
}
