internal import Yams

/// A mapping in a YAML file that remembers which keys were read, so that unknown ones can be refused by name and line.
///
/// Reading never throws: what is missing or of the wrong shape is reported to the ``ProblemLog`` and comes back empty.
package final class YAMLMap {
  /// File and line of the mapping.
  package let place: SourcePlace
  private let entries: [(key: String, line: Int?, value: Node)]
  private var unread: Set<String>
  private let log: ProblemLog

  private init(entries: [(key: String, line: Int?, value: Node)], place: SourcePlace, log: ProblemLog) {
    self.entries = entries
    self.place = place
    self.log = log
    unread = Set(entries.map(\.key))
  }

  /// The mapping at the top of a file; nil, with a problem noted, where the text is not one.
  package static func parse(_ text: String, file: String, log: ProblemLog) -> YAMLMap? {
    do {
      guard let node = try compose(yaml: text) else {
        log.report(SourcePlace(file: file), "the file is empty; expected keys and values")
        return nil
      }
      return YAMLMap.make(node, file: file, key: nil, log: log)
    } catch {
      log.report([problem(error, file: file)])
    }
    return nil
  }

  /// The sequence of mappings at the top of a file.
  package static func parseList(_ text: String, file: String, log: ProblemLog) -> [YAMLMap] {
    do {
      guard let node = try compose(yaml: text) else {
        log.report(SourcePlace(file: file), "the file is empty; expected a list")
        return []
      }
      guard let items = node.sequence else {
        log.report(SourcePlace(file: file, line: node.mark?.line), "expected a list")
        return []
      }
      return items.compactMap { make($0, file: file, key: nil, log: log) }
    } catch {
      log.report([problem(error, file: file)])
    }
    return []
  }

  /// What the YAML reader refused, at its line.
  static func problem(_ error: any Error, file: String) -> KnowledgeProblem {
    let refused = error as? YamlError
    return KnowledgeProblem(
      place: SourcePlace(file: file, line: refused?.line), message: "not valid YAML: \(refused?.reason ?? "\(error)")")
  }

  private static func make(_ node: Node, file: String, key: String?, log: ProblemLog) -> YAMLMap? {
    let place = SourcePlace(file: file, line: node.mark?.line)
    guard let mapping = node.mapping else {
      log.report(place, key: key, "expected keys and values")
      return nil
    }
    return YAMLMap(
      entries: mapping.map { ($0.key.string ?? "?", $0.key.mark?.line, $0.value) }, place: place, log: log)
  }

  /// Every key, in file order.
  package var keys: [String] { entries.map(\.key) }

  /// True where the key is there with a value other than null.
  package func has(_ key: String) -> Bool { value(key).map { $0.null == nil } ?? false }

  /// True where the key stands in the file, even with the value null.
  package func mentions(_ key: String) -> Bool { value(key) != nil }

  /// File and line of a key's value, or of the mapping where there is no such key.
  package func place(of key: String) -> SourcePlace {
    SourcePlace(file: place.file, line: entries.first { $0.key == key }?.line ?? place.line)
  }

  /// A required text; reported where it is missing or empty.
  package func text(_ key: String) -> String {
    if let text = optionalText(key), !text.isEmpty { return text }
    log.report(place(of: key), key: key, "is missing or empty")
    return ""
  }

  /// A text, or nil where the key is missing or null.
  package func optionalText(_ key: String) -> String? {
    guard let node = value(key), node.null == nil else { return nil }
    guard let scalar = node.scalar else {
      log.report(place(of: key), key: key, "expected text")
      return nil
    }
    log.note(scalar.string.trimmed, key: key, file: place.file, line: node.mark?.line)
    return scalar.string.trimmed
  }

  /// A number, or nil where the key is missing.
  package func optionalNumber(_ key: String) -> Double? {
    guard let text = optionalText(key) else { return nil }
    guard let number = Double(text) else {
      log.report(place(of: key), key: key, "expected a number, found \"\(text)\"")
      return nil
    }
    return number
  }

  /// True or false, or nil where the key is missing.
  package func optionalFlag(_ key: String) -> Bool? {
    guard let node = value(key), node.null == nil else { return nil }
    if node.bool == nil { log.report(place(of: key), key: key, "expected true or false") }
    return node.bool
  }

  /// A list of texts; one text counts as a list of one. Empty where the key is missing.
  package func texts(_ key: String) -> [String] { placedTexts(key).map(\.text) }

  /// A list of texts with the line each stands in.
  package func placedTexts(_ key: String) -> [(text: String, place: SourcePlace)] {
    guard let node = value(key), node.null == nil else { return [] }
    if node.scalar != nil { return optionalText(key).map { [($0, place(of: key))] } ?? [] }
    guard let items = node.sequence else {
      log.report(place(of: key), key: key, "expected a list of texts")
      return []
    }
    return items.compactMap { item in
      let place = SourcePlace(file: place.file, line: item.mark?.line)
      guard let scalar = item.scalar, !scalar.string.trimmed.isEmpty else {
        log.report(place, key: key, "expected text in the list")
        return nil
      }
      log.note(scalar.string.trimmed, key: key, file: place.file, line: place.line)
      return (scalar.string.trimmed, place)
    }
  }

  /// A mapping below a key; nil where it is missing.
  package func map(_ key: String) -> YAMLMap? {
    guard let node = value(key), node.null == nil else { return nil }
    return YAMLMap.make(node, file: place.file, key: key, log: log)
  }

  /// A list of mappings below a key; empty where it is missing.
  package func maps(_ key: String) -> [YAMLMap] {
    guard let node = value(key), node.null == nil else { return [] }
    guard let items = node.sequence else {
      log.report(place(of: key), key: key, "expected a list")
      return []
    }
    return items.compactMap { YAMLMap.make($0, file: place.file, key: key, log: log) }
  }

  /// A mapping from text to text below a key; empty where it is missing.
  package func dictionary(_ key: String) -> [String: String] {
    guard let inner = map(key) else { return [:] }
    return Dictionary(inner.keys.map { ($0, inner.text($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reports every key that nothing has read. Call it last.
  package func refuseUnknownKeys() {
    for entry in entries where unread.contains(entry.key) {
      log.report(
        SourcePlace(file: place.file, line: entry.line), key: entry.key,
        "unknown key; remove it or correct its spelling")
    }
  }

  private func value(_ key: String) -> Node? {
    unread.remove(key)
    return entries.first { $0.key == key }?.value
  }
}

extension YamlError {
  /// Line of the error, from 1, where the parser knows it.
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    case .reader(_, let offset?, _, let yaml): 1 + yaml.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
    default: nil
    }
  }

  /// What the parser says is wrong, in one line.
  fileprivate var reason: String {
    switch self {
    case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
      .composer(let context, let problem, _, _):
      problem + (context.map { " \($0.text) that begins in line \($0.mark.line)" } ?? "")
    case .duplicatedKeysInMapping(let duplicates, _):
      "the key \(duplicates.map(\.description).joined(separator: ", ")) stands twice"
    case .reader(let problem, _, _, _): problem
    default: "\(self)"
    }
  }
}
