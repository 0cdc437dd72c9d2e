package import Knowledge

/// Writes approved expectations into the text of a suite file, changing as little of it as it can: comments, order and
/// layout of everything else stay as they are.
package struct SuiteEditor {
  private let knowledge: Knowledge

  package init(_ knowledge: Knowledge) { self.knowledge = knowledge }

  /// The text with one turn's expectation changed, or nil where that cannot be done safely: the changed text is read
  /// again, and it must state the approved expectation and leave all the rest as it was.
  ///
  /// - Parameter turn: place of the turn in its case, from 0.
  package func text(
    _ text: String, approving proposal: ApprovalProposal, case id: String, turn: Int
  ) -> String? {
    guard let before = read(text), let index = before.cases.firstIndex(where: { $0.id == id }),
      before.cases[index].turns.indices.contains(turn), let line = before.cases[index].turns[turn].place.line
    else { return nil }
    var bytes = Array(text.utf8)
    let ordered = proposal.changes.filter { !$0.values.isEmpty } + proposal.changes.filter(\.values.isEmpty)
    for change in ordered {
      guard let next = apply(change, to: bytes, line: line) else { return nil }
      bytes = next
    }
    let edited = String(decoding: bytes, as: UTF8.self)
    var wanted = before.contents
    wanted[index].expectations[turn] = proposal.expectation
    return read(edited)?.contents == wanted ? edited : nil
  }

  private func read(_ text: String) -> Suite? {
    let log = ProblemLog()
    let suite = SuiteReader(knowledge: knowledge, log: log).read(text, file: "suite")
    return log.problems.isEmpty ? suite : nil
  }

  // MARK: One change

  private func apply(_ change: ExpectationChange, to bytes: [UInt8], line: Int) -> [UInt8]? {
    guard let layout = ExpectationLayout(in: bytes, line: line) else { return nil }
    let place = layout.entries.firstIndex { $0.key == change.key }
    switch (place, change.values.isEmpty) {
    case (nil, true): return bytes
    case (nil, false): return inserting(change, into: bytes, layout: layout)
    case (let place?, true): return removing(place, from: bytes, layout: layout)
    case (let place?, false): return replacing(layout.entries[place], with: change, in: bytes)
    }
  }

  private func inserting(_ change: ExpectationChange, into bytes: [UInt8], layout: ExpectationLayout) -> [UInt8]? {
    guard let last = layout.entries.last else { return nil }
    let written = "\(change.key): \(change.written)"
    let lead = layout.indent.map { "\n" + String(repeating: " ", count: $0) } ?? ", "
    return bytes.replacing(last.end..<last.end, with: lead + written)
  }

  private func removing(_ place: Int, from bytes: [UInt8], layout: ExpectationLayout) -> [UInt8]? {
    let entry = layout.entries[place]
    if layout.indent != nil {
      return bytes.replacing(entry.whole.lowerBound..<min(entry.whole.upperBound + 1, bytes.count), with: "")
    }
    if place + 1 < layout.entries.count {
      return bytes.replacing(entry.whole.lowerBound..<layout.entries[place + 1].whole.lowerBound, with: "")
    }
    return place == 0 ? nil : bytes.replacing(layout.entries[place - 1].end..<entry.end, with: "")
  }

  private func replacing(
    _ entry: ExpectationLayout.Entry, with change: ExpectationChange, in bytes: [UInt8]
  ) -> [UInt8]? {
    if !entry.value.isEmpty, !entry.isContinued, entry.items.isEmpty {
      return bytes.replacing(entry.value, with: change.written)
    }
    return entry.value.isEmpty && !entry.isContinued ? replacingItems(of: entry, with: change, in: bytes) : nil
  }

  /// Keeps the lines of items that stay, takes out the others and adds the new ones below.
  private func replacingItems(
    of entry: ExpectationLayout.Entry, with change: ExpectationChange, in bytes: [UInt8]
  ) -> [UInt8]? {
    guard let first = entry.items.first else { return nil }
    let scanner = ByteScanner(bytes)
    let indent = scanner.text(first.line.lowerBound..<scanner.skipBlanks(from: first.line.lowerBound))
    let kept = entry.items.map(\.text).filter(change.values.contains)
    let added = change.values.filter { !kept.contains($0) }.map { value in
      "\n\(indent)- " + (value.contains(":") ? "\"\(value)\"" : value)
    }
    var result = bytes.replacing(entry.end..<entry.end, with: added.joined())
    for item in entry.items.reversed() where !change.values.contains(item.text) {
      result = result.replacing((item.line.lowerBound - 1)..<item.line.upperBound, with: "")
    }
    return result
  }
}

extension [UInt8] {
  /// The bytes with a range replaced by text.
  fileprivate func replacing(_ range: Range<Int>, with text: String) -> [UInt8] {
    var copy = self
    copy.replaceSubrange(range, with: text.utf8)
    return copy
  }
}

extension Suite {
  /// What a suite says, wherever in the file it stands.
  fileprivate struct Content: Equatable {
    let id: String
    let why: String
    let group: String
    let questions: [String]
    var expectations: [Expectation?]
  }

  fileprivate var contents: [Content] {
    cases.map { canned in
      Content(
        id: canned.id, why: canned.why, group: canned.group, questions: canned.turns.map(\.question),
        expectations: canned.turns.map(\.expectation))
    }
  }
}
