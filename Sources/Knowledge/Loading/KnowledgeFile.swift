/// Which files a knowledge folder may hold: what is named otherwise would be left out without a word.
enum KnowledgeFile {
  private static let vocabulary = ["subjects", "aspects", "facets", "synonyms", "spelling"]

  /// True for a path below the folder that some reader reads.
  static func isKnown(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    switch (parts.first, parts.count) {
    case ("smalltalk.yaml", 1), ("facts.yaml", 1): return true
    case ("documents", 3...): return path.hasSuffix(".md") || path.hasSuffix(".questions.txt") || isDocument(parts)
    case ("questions", 2), ("calibration", 2), ("negatives", 2): return path.hasSuffix(".txt")
    case ("gaps", 2), ("suites", 2), ("safety", 2): return path.hasSuffix(".yaml")
    case ("safety", 3): return parts[1] == "examples" && path.hasSuffix(".txt")
    case ("vocabulary", 2): return vocabulary.contains { parts[1] == $0 + ".yaml" }
    default: return false
    }
  }

  private static func isDocument(_ parts: [String]) -> Bool { parts.count == 3 && parts[2] == "document.yaml" }
}
