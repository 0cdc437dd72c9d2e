/// Completes what is typed to a command or to the title of a topic.
struct TopicCompletion: Sendable {
  /// What Tab does.
  enum Result: Equatable {
    /// Nothing fits, or nothing is left to add.
    case none
    /// The last `removing` characters (Unicode scalars) give way to `text`.
    case replace(removing: Int, text: String)
    /// Several fit and have nothing more in common.
    case choices([String])
  }

  private let titles: [String]
  private let commands = SlashCommand.allCases.map(\.name)

  /// A completion over the titles of topics.
  init(titles: [String]) { self.titles = titles }

  /// What Tab does after the text before the cursor.
  ///
  /// A title is completed from its beginning, wherever in the line that stands ("tell me about blood te"), or else from any
  /// of its words. O(titles and length).
  func complete(_ line: String) -> Result {
    if line.hasPrefix("/") && !line.contains(" ") { return complete(line[...], among: commands) }
    for start in wordStarts(in: line) {
      let typed = line[start...]
      let fitting = titles.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
      if !fitting.isEmpty { return complete(typed, among: fitting) }
    }
    guard let word = line.split(separator: " ").last, line.last != " " else { return .none }
    let fitting = titles.filter { hasWord(in: $0, startingWith: word.lowercased()) }
    return fitting.count == 1 ? replacement(of: word, by: fitting[0]) : fitting.isEmpty ? .none : .choices(fitting)
  }

  private func complete(_ typed: Substring, among all: [String]) -> Result {
    let fitting = all.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
    guard let first = fitting.first else { return .none }
    let common = fitting.dropFirst().reduce(first) { String(sharedPrefix(of: $0, and: $1)) }
    return fitting.count > 1 && common.count <= typed.count ? .choices(fitting) : replacement(of: typed, by: common)
  }

  private func replacement(of typed: Substring, by text: String) -> Result {
    text == typed ? .none : .replace(removing: typed.unicodeScalars.count, text: text)
  }

  private func wordStarts(in line: String) -> [String.Index] {
    line.indices.filter { line[$0] != " " && ($0 == line.startIndex || line[line.index(before: $0)] == " ") }
  }

  private func hasWord(in title: String, startingWith prefix: String) -> Bool {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(prefix) }
  }

  /// What two titles begin with, in the spelling of the first, whatever its case.
  private func sharedPrefix(of one: String, and other: String) -> Substring {
    let length = zip(one, other).prefix { $0.lowercased() == $1.lowercased() }.count
    return one.prefix(length)
  }
}
