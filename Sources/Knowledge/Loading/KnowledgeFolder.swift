internal import Crypto
public import Foundation

/// A knowledge folder on disk: lists its files, digests them and loads them.
public struct KnowledgeFolder: Sendable {
  /// The folder.
  public let url: URL

  /// The folder at `url`; nothing is read yet.
  public init(_ url: URL) {
    self.url = url
  }

  /// Paths below the folder of every regular file, hidden ones left out, in byte order.
  /// - Throws: ``KnowledgeRefused`` where the folder is missing or cannot be read.
  package func files() throws(KnowledgeRefused) -> [String] {
    let root = url.standardizedFileURL.resolvingSymlinksInPath().path
    guard let walk = FileManager.default.enumerator(atPath: root) else {
      throw refusal(of: ".", "cannot be read; give the folder with --home or MARROW_HOME")
    }
    var paths: [String] = []
    while let path = walk.nextObject() as? String {
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular, !isHidden { paths.append(path) }
    }
    if paths.isEmpty { throw refusal(of: ".", "no knowledge in \(root); give the folder with --home or MARROW_HOME") }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The text of a file.
  /// - Throws: ``KnowledgeRefused`` where it cannot be read or is not UTF-8.
  package func text(of path: String) throws(KnowledgeRefused) -> String {
    guard let data = try? Data(contentsOf: url.appendingPathComponent(path)) else {
      throw refusal(of: path, "cannot be read; check that it exists and may be read")
    }
    guard let text = String(data: data, encoding: .utf8) else { throw refusal(of: path, "is not UTF-8 text") }
    return text
  }

  /// True where the file decides how questions are matched and answered: all but the canned suites and the fact ledger.
  package static func countsForDigest(_ path: String) -> Bool { !path.hasPrefix("suites/") && path != "facts.yaml" }

  /// `sha256:` and the SHA-256 of paths and contents of every file that counts, in hexadecimal.
  /// - Throws: ``KnowledgeRefused`` where a file cannot be read.
  public func digest() throws(KnowledgeRefused) -> String {
    var hash = SHA256()
    for path in try files() where Self.countsForDigest(path) {
      guard let data = try? Data(contentsOf: url.appendingPathComponent(path)) else {
        throw refusal(of: path, "cannot be read; check that it exists and may be read")
      }
      hash.update(data: Data("\(path)\u{0}\(data.count)\u{0}".utf8))
      hash.update(data: data)
    }
    return "sha256:" + hash.finalize().map { String(format: "%02x", $0) }.joined()
  }

  private func refusal(of path: String, _ message: String) -> KnowledgeRefused {
    KnowledgeRefused(problems: [KnowledgeProblem(place: SourcePlace(file: path), message: message)])
  }
}
