internal import Yams

/// One text of a YAML file with the keys that lead to it, for files whose form is somebody else's to define.
struct YAMLLeaf {
  /// Keys from the top; in a list, the item's id, name or title, or else its number.
  let path: [String]
  let text: String
  let line: Int?

  /// Every text of a file, in file order. A file that is not YAML goes to the log.
  static func all(in text: String, file: String, log: ProblemLog) -> [YAMLLeaf] {
    do {
      return try compose(yaml: text).map { leaves(of: $0, path: []) } ?? []
    } catch {
      log.report([YAMLMap.problem(error, file: file)])
      return []
    }
  }

  private static func leaves(of node: Node, path: [String]) -> [YAMLLeaf] {
    if let scalar = node.scalar { return [YAMLLeaf(path: path, text: scalar.string, line: node.mark?.line)] }
    if let mapping = node.mapping {
      return mapping.flatMap { key, value in leaves(of: value, path: path + [key.string ?? "?"]) }
    }
    return (node.sequence.map(Array.init) ?? []).enumerated().flatMap { index, item in
      leaves(of: item, path: path + [name(of: item) ?? "\(index + 1)"])
    }
  }

  private static func name(of item: Node) -> String? {
    ["id", "name", "title"].lazy.compactMap { item.mapping?[$0]?.string }.first
  }
}
