internal import Foundation
package import Knowledge

/// Finds suite files, reads them and refuses what is wrong in or between them.
package struct SuiteFolder {
  private let knowledge: Knowledge
  private let folder: KnowledgeFolder

  /// The suites of a knowledge folder; ids are checked against `knowledge`.
  package init(_ folder: KnowledgeFolder, knowledge: Knowledge) {
    self.folder = folder
    self.knowledge = knowledge
  }

  /// No suite has one of the names asked for.
  package struct NoSuchSuite: Error, CustomStringConvertible {
    /// Names that nothing has.
    package let wanted: [String]
    /// Names that could have been meant.
    package let known: [String]

    package var description: String {
      let names = known.isEmpty ? "there are none" : "there are: \(known.joined(separator: ", "))"
      return "there is no suite \(wanted.map { "\"\($0)\"" }.joined(separator: ", ")); \(names)"
    }
  }

  /// Every suite of the folder, by path in byte order.
  /// - Throws: ``KnowledgeRefused`` with every problem found, an unreadable file included.
  package func all() throws(KnowledgeRefused) -> [Suite] {
    let paths = try folder.files().filter { $0.hasPrefix("suites/") }
    let log = ProblemLog()
    for path in paths where !Self.isSuite(path) {
      log.report(SourcePlace(file: path), "is not a suite; expected a name that ends in .yaml")
    }
    return try read(paths.filter(Self.isSuite).map { (folder.url.appendingPathComponent($0), $0) }, log: log)
  }

  /// The suites asked for, in the order asked, each once: a name as the suite or its file has it, or the path of a
  /// file.
  /// - Throws: ``KnowledgeRefused`` for a broken or unreadable suite, ``NoSuchSuite`` where nothing has the name.
  package func select(_ wanted: [String]) throws -> [Suite] {
    if wanted.isEmpty { return try all() }
    let isPath = { (name: String) in name.contains("/") || Self.isSuite(name) }
    let named = wanted.allSatisfy(isPath) ? [] : try all()
    let missing = wanted.filter { name in
      isPath(name) ? !FileManager.default.fileExists(atPath: name) : !named.contains { $0.isCalled(name) }
    }
    if !missing.isEmpty { throw NoSuchSuite(wanted: missing, known: named.map(\.name)) }
    let paths = wanted.filter(isPath).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let files = paths.map { (URL(fileURLWithPath: $0), $0) }
    let read = try read(files, log: ProblemLog())
    var chosen: [Suite] = []
    for name in wanted {
      let found = (isPath(name) ? read.filter { $0.file == name } : named.filter { $0.isCalled(name) })
      for suite in found where !chosen.contains(where: suite.isSame(as:)) { chosen.append(suite) }
    }
    try refuseRepeats(chosen)
    return chosen
  }

  private static func isSuite(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

  // MARK: Reading

  private func read(_ files: [(url: URL, shown: String)], log: ProblemLog) throws(KnowledgeRefused) -> [Suite] {
    let reader = SuiteReader(knowledge: knowledge, log: log)
    let suites = files.compactMap { url, shown -> Suite? in
      guard let data = try? Data(contentsOf: url) else {
        log.report(SourcePlace(file: shown), "cannot be read; check that it is a file and may be read")
        return nil
      }
      guard let text = String(data: data, encoding: .utf8) else {
        log.report(SourcePlace(file: shown), "is not UTF-8 text")
        return nil
      }
      var suite = reader.read(text, file: shown)
      suite?.url = url
      return suite
    }
    report(repeatsIn: suites, to: log)
    try log.throwIfAny()
    return suites
  }

  private func refuseRepeats(_ suites: [Suite]) throws(KnowledgeRefused) {
    let log = ProblemLog()
    report(repeatsIn: suites, to: log)
    try log.throwIfAny()
  }

  private func report(repeatsIn suites: [Suite], to log: ProblemLog) {
    var names: [String: String] = [:]
    var cases: [String: SourcePlace] = [:]
    for suite in suites {
      if let first = names[suite.name], !suite.name.isEmpty {
        log.report(SourcePlace(file: suite.file), key: "suite", "\(first) has the name \"\(suite.name)\" already")
      }
      names[suite.name] = suite.file
      for canned in suite.cases where !canned.id.isEmpty {
        if let first = cases[canned.id] {
          log.report(canned.place, key: "id", "the case \"\(canned.id)\" stands in \(first) already")
        }
        cases[canned.id] = canned.place
      }
    }
  }
}

extension Suite {
  /// True where both were read from one file, be it by name or by path.
  fileprivate func isSame(as other: Suite) -> Bool {
    name == other.name && cases.map(\.id) == other.cases.map(\.id)
  }

  /// True where a person may mean this suite by the name: the suite's own or that of its file without the ending.
  fileprivate func isCalled(_ name: String) -> Bool {
    let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    return self.name == name || stem == name
  }
}
