/// The keys of a configuration file with the comment that stands above each.
struct DocumentedKeys {
  /// Comments by path.
  private(set) var comments: [String: String] = [:]

  /// Reads a file of groups and keys, each key two blanks in.
  init(_ text: String) {
    var (group, comment) = ("", "")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      if words.hasPrefix("#") {
        comment += words.dropFirst() + " "
      } else if let colon = words.firstIndex(of: ":") {
        let name = String(words[..<colon])
        if line.first == " " {
          comments["\(group).\(name)"] = comment
        } else {
          group = name
        }
        comment = ""
      } else {
        comment = ""
      }
    }
  }
}
