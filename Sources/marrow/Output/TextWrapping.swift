/// Breaks text into lines that fit a width, by the columns that characters take on a terminal.
struct TextWrapping: Sendable {
  /// Columns of a line; nil wraps nothing.
  let width: Int?

  /// Fewest columns that a line has beside its prefix, however narrow the width.
  private static let fewestColumns = 10

  /// Lines of a text: `first` stands before the first of them and `rest` before the others.
  ///
  /// Breaks at blanks; a word that is longer than a line is broken where the line ends. O(length).
  func lines(_ text: String, first: String = "", rest: String = "") -> [String] {
    guard let width else { return [first + text] }
    var result: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let prefix = result.isEmpty ? first : rest
      let room = max(width - CharacterWidth.columns(prefix), Self.fewestColumns)
      for (index, line) in Self.filled(paragraph, room: room).enumerated() {
        result.append((index == 0 ? prefix : rest) + line)
      }
    }
    return result
  }

  private static func filled(_ paragraph: Substring, room: Int) -> [String] {
    var lines = [""]
    var used = 0
    for word in paragraph.split(separator: " ").flatMap({ pieces(of: $0, room: room) }) {
      let columns = CharacterWidth.columns(word)
      if used > 0 && used + 1 + columns > room {
        lines.append(String(word))
        used = columns
      } else {
        lines[lines.count - 1] += (used > 0 ? " " : "") + word
        used += columns + (used > 0 ? 1 : 0)
      }
    }
    return lines
  }

  private static func pieces(of word: Substring, room: Int) -> [Substring] {
    guard CharacterWidth.columns(word) > room else { return [word] }
    var pieces: [Substring] = []
    var (start, used) = (word.startIndex, 0)
    for index in word.indices {
      let columns = CharacterWidth.columns(word[index])
      if used + columns > room {
        pieces.append(word[start..<index])
        (start, used) = (index, 0)
      }
      used += columns
    }
    return pieces + [word[start...]]
  }
}
