public import Foundation
public import Knowledge

/// The folder `Knowledge/safety` on disk.
public struct SafetyFolder: Sendable {
  /// Where the folder is.
  public let url: URL

  /// Names a folder; nothing is read yet.
  public init(url: URL) {
    self.url = url
  }

  /// Reads cues and rules.
  ///
  /// - Throws: ``KnowledgeRefused`` with every problem found, each with file and line. A program without its safety data
  ///   must not answer at all.
  public func rules() throws(KnowledgeRefused) -> SafetyRules {
    let log = ProblemLog()
    reportUnknownExamples(log)
    var reader = RuleFileReader(log: log, knownSources: Set(sources(log).map(\.id)))
    for name in try names() where name.hasPrefix("cues") || name.hasPrefix("rules-") {
      guard let root = root(of: name, log: log) else { continue }
      if name.hasPrefix("cues") { reader.readCues(root) } else { reader.readRules(root) }
    }
    if log.problems.isEmpty { reader.reportFaults() }
    try log.throwIfAny()
    return reader.result
  }

  /// Reads policies, replies, notices, contacts and sources, and holds them against their rules.
  ///
  /// - Throws: ``KnowledgeRefused`` when a file is wrong, a reply is over its grade or lacks a required part. An old contact
  ///   table is no reason: ask `ContactTable.isExpired(on:)`.
  public func wording() throws(KnowledgeRefused) -> SafetyWording {
    let log = ProblemLog()
    let sources = sources(log)
    var reader = WordingFileReader(log: log, knownSources: Set(sources.map(\.id)))
    let wording = SafetyWording(
      policies: root(of: "classes.yaml", log: log).map { reader.policies($0) } ?? [],
      replies: root(of: "replies.yaml", log: log).map { reader.replies($0) } ?? [],
      notices: root(of: "notices.yaml", log: log).map { reader.notices($0) } ?? [],
      contacts: root(of: "contacts.yaml", log: log).map { reader.contacts($0) }
        ?? ContactTable(checked: "", sources: [], regions: [], unknown: [:]), sources: sources)
    try log.throwIfAny()
    for fault in WordingCheck(wording: wording).faults() {
      let place = reader.places[fault.id] ?? SourcePlace(file: "safety/classes.yaml")
      log.report(place, "\"\(fault.id)\" \(fault.reason)")
    }
    try log.throwIfAny()
    return wording
  }

  /// Examples of danger stand in files named after their class.
  private func reportUnknownExamples(_ log: ProblemLog) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path + "/examples")) ?? []
    for name in names.sorted() where name.hasSuffix(".txt") {
      let label = String(name.dropLast(4))
      guard label != SafetyExample.none, SafetyClass(rawValue: label) == nil else { continue }
      log.report(
        SourcePlace(file: "safety/examples/\(name)"),
        "there is no safety class \(label); name the file after one of "
          + SafetyClass.allCases.map(\.rawValue).joined(separator: ", ") + ", or none")
    }
  }

  private func sources(_ log: ProblemLog) -> [SafetySource] {
    root(of: "sources.yaml", log: log).map { SourceFileReader(log: log).sources($0) } ?? []
  }

  private func names() throws(KnowledgeRefused) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: url.path)
        .filter { $0.hasSuffix(".yaml") }.sorted()
    } catch {
      let problem = KnowledgeProblem(
        place: SourcePlace(file: "safety"), message: "cannot be listed; check that the folder exists")
      throw KnowledgeRefused(problems: [problem])
    }
  }

  /// The top of one file of the folder; nil, with a problem noted, where there is none.
  private func root(of name: String, log: ProblemLog) -> YAMLMap? {
    let file = "safety/\(name)"
    guard let data = FileManager.default.contents(atPath: url.appendingPathComponent(name).path),
      let yaml = String(data: data, encoding: .utf8)
    else {
      log.report(SourcePlace(file: file), "is missing or not UTF-8")
      return nil
    }
    return YAMLMap.parse(yaml, file: file, log: log)
  }
}
