package import Knowledge

/// Reads the text of a suite file and refuses what is wrong in it.
package struct SuiteReader {
  private let log: ProblemLog
  private let expectations: ExpectationReader

  /// A reader that checks ids against `knowledge` and reports to `log`.
  package init(knowledge: Knowledge, log: ProblemLog) {
    self.log = log
    expectations = ExpectationReader(knowledge: knowledge, log: log)
  }

  /// The suite a file states; nil where it is no mapping. Problems go to the log, and what could be read comes back.
  package func read(_ text: String, file: String) -> Suite? {
    guard let map = YAMLMap.parse(text, file: file, log: log) else { return nil }
    let floors = map.map("floors")
    let suite = Suite(
      name: map.text("suite"), about: map.text("about"), file: file, floors: Floors(shares(floors)),
      cases: map.maps("cases").map(cannedCase))
    map.refuseUnknownKeys()
    if let floors { refuseFloorsWithoutCases(floors, suite: suite) }
    return suite
  }

  // MARK: Floors

  private func shares(_ map: YAMLMap?) -> [String: Double] {
    guard let map else { return [:] }
    var shares: [String: Double] = [:]
    for group in map.keys {
      guard let share = map.optionalNumber(group) else { continue }
      if (0...1).contains(share) {
        shares[group] = share
      } else {
        log.report(map.place(of: group), key: group, "expected a share between 0 and 1")
      }
    }
    return shares
  }

  /// A floor that no case counts towards is a misspelt class, and its cases would be held to another floor.
  private func refuseFloorsWithoutCases(_ map: YAMLMap, suite: Suite) {
    let groups = Set(suite.cases.map(\.group) + [CannedCase.defaultGroup, Floors.perturbed])
    for group in map.keys where !groups.contains(group) && !suite.cases.isEmpty {
      log.report(map.place(of: group), key: group, "no case of the suite is of this class")
    }
  }

  // MARK: Cases

  private func cannedCase(_ map: YAMLMap) -> CannedCase {
    defer { map.refuseUnknownKeys() }
    let group = map.optionalText("class") ?? CannedCase.defaultGroup
    if group == Floors.perturbed {
      log.report(map.place(of: "class"), key: "class", "\"\(group)\" is the name of a floor; choose another class")
    }
    return CannedCase(
      id: identifier(map), why: map.text("why"), group: group, turns: turns(of: map), place: map.place)
  }

  private func identifier(_ map: YAMLMap) -> String {
    let id = map.text("id")
    if id.contains(where: \.isWhitespace) {
      log.report(map.place(of: "id"), key: "id", "expected an id without blanks, found \"\(id)\"")
    }
    return id
  }

  private func turns(of map: YAMLMap) -> [CannedTurn] {
    switch (map.mentions("question"), map.mentions("turns")) {
    case (true, true):
      log.report(map.place(of: "turns"), key: "turns", "a case has either a question or turns")
      return []
    case (false, false):
      log.report(map.place, key: "question", "is missing; a case needs a question or turns")
      return []
    case (true, false):
      let turn = self.turn(map)
      if turn.expectation == nil { refuseWithoutExpectation(map) }
      return [turn]
    case (false, true):
      let turns = map.maps("turns").map(innerTurn)
      if turns.allSatisfy({ $0.expectation == nil }) { refuseWithoutExpectation(map) }
      return turns
    }
  }

  private func refuseWithoutExpectation(_ map: YAMLMap) {
    log.report(
      map.place, key: "expect", "nothing is expected of any reply; a case without an expectation checks nothing")
  }

  private func innerTurn(_ map: YAMLMap) -> CannedTurn {
    defer { map.refuseUnknownKeys() }
    if !map.mentions("question") { log.report(map.place, key: "question", "is missing") }
    return turn(map)
  }

  /// A question may be the empty text, but it must be stated: `question: ""`.
  private func turn(_ map: YAMLMap) -> CannedTurn {
    let question = map.optionalText("question")
    if question == nil, map.mentions("question"), !map.has("question") {
      log.report(map.place(of: "question"), key: "question", "is missing; write \"\" for an empty question")
    }
    let expectation = map.map("expect").map(expectations.read)
    return CannedTurn(
      question: question ?? "", expectation: expectation.flatMap { $0.isEmpty ? nil : $0 },
      place: expectation == nil ? map.place : map.place(of: "expect"))
  }
}
