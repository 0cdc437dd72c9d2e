internal import Knowledge

/// Orders the parts of an umbrella section the way its text lists them, so that "the second one" means what a reader sees.
enum PartOrder {
  /// Ids of the parts that a list item or sentence of the umbrella names, in that order; the rest follow in document order.
  static func order(_ parts: [Section], asListedIn umbrella: Section) -> [String] {
    let lines = umbrella.sentences.filter { $0.role == .item }.map { words(in: $0.text) }
    let named = parts.compactMap { part in place(of: part, in: lines).map { (id: part.id, place: $0) } }
    let listed = named.sorted { $0.place < $1.place }.map(\.id)
    return listed + parts.map(\.id).filter { !listed.contains($0) }
  }

  /// The first line that shares most of the words of the part's id.
  private static func place(of part: Section, in lines: [[String]]) -> Int? {
    let wanted = words(in: part.id.split(separator: "/").last.map(String.init) ?? "")
    let scores = lines.map { line in
      wanted.filter { word in line.prefix(6).contains { $0.hasPrefix(word.prefix(5)) } }.count
    }
    guard let best = scores.max(), best * 2 > wanted.count else { return nil }
    return scores.firstIndex(of: best)
  }

  private static func words(in text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 2 }
  }
}
