public import Knowledge
public import Foundation

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
    var reader = RuleFileReader()
    var problems: [SafetyProblem] = []
    for name in try names() where name.hasPrefix("cues") || name.hasPrefix("rules-") {
      do throws(SafetyProblem) {
        let root = try root(of: name)
        if name.hasPrefix("cues") { try reader.readCues(root) } else { try reader.readRules(root) }
      } catch {
        problems.append(error)
      }
    }
    if problems.isEmpty { problems = reader.problems }
    guard problems.isEmpty else { throw refusal(problems) }
    return reader.result
  }

  /// Reads policies, replies, notices and contacts, and holds them against their rules.
  ///
  /// - Throws: ``KnowledgeRefused`` when a file is wrong, a reply is over its grade or lacks a required part. An old contact
  ///   table is no reason: ask `ContactTable.isExpired(on:)`.
  public func wording() throws(KnowledgeRefused) -> SafetyWording {
    var reader = WordingFileReader()
    let wording: SafetyWording
    do throws(SafetyProblem) {
      wording = SafetyWording(
        policies: try reader.policies(root(of: "classes.yaml")), replies: try reader.replies(root(of: "replies.yaml")),
        notices: try reader.notices(root(of: "notices.yaml")), contacts: try reader.contacts(root(of: "contacts.yaml")))
    } catch {
      throw refusal([error])
    }
    let problems = WordingCheck(wording: wording).faults().map { fault in
      let place = reader.places[fault.id]
      return SafetyProblem(
        file: place?.file ?? "classes.yaml", line: place?.line ?? 0, message: "\"\(fault.id)\" \(fault.reason)")
    }
    guard problems.isEmpty else { throw refusal(problems) }
    return wording
  }

  private func refusal(_ problems: [SafetyProblem]) -> KnowledgeRefused {
    KnowledgeRefused(
      problems: problems.map { problem in
        let file = problem.file.isEmpty ? "safety" : "safety/\(problem.file)"
        let place = SourcePlace(file: file, line: problem.line > 0 ? problem.line : nil)
        return KnowledgeProblem(place: place, message: problem.message)
      })
  }

  private func names() throws(KnowledgeRefused) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: url.path)
        .filter { $0.hasSuffix(".yaml") }.sorted()
    } catch {
      throw refusal([SafetyProblem(file: "", line: 0, message: "cannot be listed; check that the folder exists")])
    }
  }

  /// The top of one file of the folder.
  func root(of name: String) throws(SafetyProblem) -> SafetyNode {
    guard let data = FileManager.default.contents(atPath: url.appendingPathComponent(name).path),
      let yaml = String(data: data, encoding: .utf8)
    else { throw SafetyProblem(file: name, line: 0, message: "is missing or not UTF-8") }
    return try SafetyNode.parse(yaml, file: name)
  }
}
