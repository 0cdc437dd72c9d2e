/// Reads files of one question a line. `# voice: parent` says who asks the lines below it; in calibration files
/// `# expect: all/symptoms | aml/symptoms` says what they ask for.
enum QuestionFile {
  /// The file's utterances. `labels` is what a line asks for where no `# expect:` heading says so.
  static func parse(_ text: String, file: String, labels: [Label], log: ProblemLog) -> [Utterance] {
    var reader = Reader(file: file, labels: labels, mayExpect: labels.isEmpty, log: log)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      reader.read(line.trimmed, line: index + 1)
    }
    return reader.utterances
  }

  private struct Reader {
    let file: String
    var labels: [Label]
    let mayExpect: Bool
    let log: ProblemLog
    var voice = ""
    var hasHeading = false
    var utterances: [Utterance] = []

    mutating func read(_ text: String, line: Int) {
      let place = SourcePlace(file: file, line: line)
      if text.isEmpty { return }
      if text.hasPrefix("#") { return readHeading(text.dropFirst().trimmed, place: place) }
      if mayExpect, !hasHeading {
        log.report(place, key: "expect", "no \"# expect:\" heading stands above this line")
        hasHeading = true
      }
      utterances.append(Utterance(text: text, labels: labels, voice: voice, place: place))
    }

    private mutating func readHeading(_ heading: String, place: SourcePlace) {
      let parts = heading.split(separator: ":", maxSplits: 1).map(\.trimmed)
      switch parts.first {
      case "voice" where parts.count == 2: voice = parts[1]
      case "expect" where parts.count == 2 && mayExpect: readExpectation(parts[1], place: place)
      default:
        let known = mayExpect ? "\"# voice: name\" and \"# expect: label\" are" : "\"# voice: name\" is"
        log.report(place, key: parts.first, "unknown heading; \(known) known here")
      }
    }

    private mutating func readExpectation(_ written: String, place: SourcePlace) {
      hasHeading = true
      labels = written.split(separator: "|").compactMap { part in
        let label = Label(part.trimmed)
        if label == nil { log.report(place, key: "expect", "\"\(part.trimmed)\" names no section, gap or other label") }
        return label
      }
    }
  }
}
