internal import Yams

/// A place in a safety file: a YAML node that knows its file and line, read key by key.
struct SafetyNode {
  private let node: Node
  /// File name, for problems.
  let file: String

  init(_ node: Node, file: String) {
    self.node = node
    self.file = file
  }

  /// Reads one YAML file.
  static func parse(_ yaml: String, file: String) throws(SafetyProblem) -> SafetyNode {
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        throw SafetyProblem(file: file, line: 0, message: "the file is empty")
      }
      return SafetyNode(node, file: file)
    } catch let problem as SafetyProblem {
      throw problem
    } catch {
      throw SafetyProblem(file: file, line: 0, message: "is not YAML: \(error)")
    }
  }

  /// Line, from one.
  var line: Int { node.mark?.line ?? 0 }

  /// A problem at this place.
  func problem(_ message: String) -> SafetyProblem {
    SafetyProblem(file: file, line: line, message: message)
  }

  /// Refuses keys that nobody reads.
  func allow(_ keys: Set<String>) throws(SafetyProblem) {
    for (key, _) in try pairs() where !keys.contains(key) {
      throw problem("unknown key \"\(key)\"; known are \(keys.sorted().joined(separator: ", "))")
    }
  }

  /// Keys and values of a mapping, in file order.
  func pairs() throws(SafetyProblem) -> [(key: String, value: SafetyNode)] {
    guard let mapping = node.mapping else { throw problem("a mapping of keys is wanted here") }
    var pairs: [(key: String, value: SafetyNode)] = []
    for (key, value) in mapping {
      guard let name = key.string else { throw problem("a key must be text") }
      pairs.append((name, SafetyNode(value, file: file)))
    }
    return pairs
  }

  /// The value of a key, `nil` when it is missing or null.
  func value(_ key: String) throws(SafetyProblem) -> SafetyNode? {
    guard let found = try pairs().first(where: { $0.key == key })?.value, found.node.null == nil else { return nil }
    return found
  }

  /// The value of a key that must be there.
  func required(_ key: String) throws(SafetyProblem) -> SafetyNode {
    guard let found = try value(key) else { throw problem("the key \"\(key)\" is missing") }
    return found
  }

  /// The items of a list; a single value counts as a list of one.
  func items() -> [SafetyNode] {
    guard let sequence = node.sequence else { return [self] }
    return sequence.map { SafetyNode($0, file: file) }
  }

  /// The text of a scalar, without white space at its ends.
  func text() throws(SafetyProblem) -> String {
    guard let scalar = node.scalar else { throw problem("text is wanted here") }
    var text = Substring(scalar.string)
    while text.last?.isWhitespace == true { text.removeLast() }
    while text.first?.isWhitespace == true { text.removeFirst() }
    guard !text.isEmpty else { throw problem("text is wanted here, it is empty") }
    return String(text)
  }

  /// The texts of a list of scalars.
  func texts() throws(SafetyProblem) -> [String] {
    var texts: [String] = []
    for item in items() { texts.append(try item.text()) }
    return texts
  }

  /// A number.
  func number() throws(SafetyProblem) -> Double {
    guard let number = node.float ?? node.int.map(Double.init) else { throw problem("a number is wanted here") }
    return number
  }

  /// `true` or `false`.
  func flag() throws(SafetyProblem) -> Bool {
    guard let flag = node.bool else { throw problem("true or false is wanted here") }
    return flag
  }

  /// One of the values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type
  ) throws(SafetyProblem) -> Choice where Choice.RawValue == String {
    let text = try text()
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem("unknown value \"\(text)\"; known are \(known)")
    }
    return choice
  }
}
