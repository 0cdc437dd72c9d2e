/// Collects problems while files are read, so that an editor sees all of them at once.
package final class ProblemLog {
  /// Everything reported so far, in order.
  package private(set) var problems: [KnowledgeProblem] = []

  private struct Value: Hashable {
    let file: String
    let key: String
    let text: String
  }

  private var lines: [Value: [Int]] = [:]

  package init() {}

  /// Remembers on which line a value stands, so that a later check can name it.
  func note(_ text: String, key: String, file: String, line: Int?) {
    if let line { lines[Value(file: file, key: key, text: text), default: []].append(line) }
  }

  /// Where a value stands under a key, the first time or the last; the file alone where it was never read.
  func place(of text: String, key: String, file: String, last: Bool = false) -> SourcePlace {
    let lines = lines[Value(file: file, key: key, text: text)] ?? []
    return SourcePlace(file: file, line: last ? lines.last : lines.first)
  }

  /// Notes a problem.
  package func report(_ place: SourcePlace, key: String? = nil, _ message: String) {
    problems.append(KnowledgeProblem(place: place, key: key, message: message))
  }

  /// Notes problems that somebody else has put together.
  package func report(_ found: [KnowledgeProblem]) { problems += found }

  /// Throws ``KnowledgeRefused`` where anything was reported, sorted by file and line.
  package func throwIfAny() throws(KnowledgeRefused) {
    if problems.isEmpty { return }
    let sorted = problems.enumerated().sorted { first, second in
      let (one, two) = (first.element.place, second.element.place)
      return (one.file, one.line ?? 0, first.offset) < (two.file, two.line ?? 0, second.offset)
    }
    throw KnowledgeRefused(problems: sorted.map(\.element))
  }
}
