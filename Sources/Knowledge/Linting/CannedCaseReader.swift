/// Reads as much of `suites/*.yaml` as lint needs. What else stands there is none of its business: `marrow check` refuses it.
struct CannedCaseReader {
  let log: ProblemLog

  /// The cases of one suite that have an id.
  func cases(in text: String, file: String) -> [CannedCaseSummary] {
    YAMLMap.parse(text, file: file, log: log)?.maps("cases").compactMap(summary) ?? []
  }

  private func summary(_ map: YAMLMap) -> CannedCaseSummary? {
    guard let id = map.optionalText("id"), !id.isEmpty else { return nil }
    let turns = [map] + map.maps("turns")
    let expectations = turns.compactMap { $0.map("expect") }
    return CannedCaseSummary(
      id: id, questions: turns.compactMap { $0.optionalText("question") },
      sections: expectations.flatMap { $0.texts("sections") + $0.texts("sections_all") }, place: map.place)
  }
}
