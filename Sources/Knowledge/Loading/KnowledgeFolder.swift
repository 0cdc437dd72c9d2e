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

  /// Paths below the folder of every file, hidden ones left out, in byte order.
  /// - Throws: ``KnowledgeRefused`` where the folder is missing or cannot be read, or where something in it is neither a
  ///   folder nor a regular file: what a link leads to can change without anybody noticing.
  package func files() throws(KnowledgeRefused) -> [String] {
    let root = url.standardizedFileURL.resolvingSymlinksInPath().path
    guard let walk = FileManager.default.enumerator(atPath: root) else {
      throw refusal(of: ".", "cannot be read; give the folder with --home or MARROW_HOME")
    }
    var paths: [String] = []
    var problems: [KnowledgeProblem] = []
    while let path = walk.nextObject() as? String {
      if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      switch kind(of: path, type: walk.fileAttributes?[.type] as? FileAttributeType) {
      case .file: paths.append(path)
      case .folder: break
      case .unusable(let message): problems.append(KnowledgeProblem(place: SourcePlace(file: path), message: message))
      }
    }
    if !problems.isEmpty { throw KnowledgeRefused(problems: problems.sorted { $0.place.file < $1.place.file }) }
    if paths.isEmpty { throw refusal(of: ".", "no knowledge in \(root); give the folder with --home or MARROW_HOME") }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private enum Kind {
    case file
    case folder
    case unusable(String)
  }

  private func kind(of path: String, type: FileAttributeType?) -> Kind {
    switch type {
    case .typeRegular?: return .file
    case .typeDirectory?:
      let isNamedAsFile = [".md", ".txt", ".yaml"].contains { path.hasSuffix($0) }
      return isNamedAsFile ? .unusable("is a folder; expected a file of this name") : .folder
    default: return .unusable("is a link or a device; put the file itself here")
    }
  }

  /// The text of a file, with line ends as line feeds and without a byte order mark.
  /// - Throws: ``KnowledgeRefused`` where it cannot be read or is not UTF-8.
  package func text(of path: String) throws(KnowledgeRefused) -> String {
    let data = try data(of: path)
    guard let text = String(data: data, encoding: .utf8) else {
      throw refusal(of: path, line: lineThatIsNotUTF8(data), "is not UTF-8 text; save the file as UTF-8")
    }
    let unmarked = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    return unmarked.contains("\r") ? unmarked.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : unmarked
  }

  private func data(of path: String) throws(KnowledgeRefused) -> Data {
    do { return try Data(contentsOf: url.appendingPathComponent(path)) } catch {
      throw refusal(of: path, "cannot be read; check that it exists and may be read")
    }
  }

  private func lineThatIsNotUTF8(_ data: Data) -> Int? {
    data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .firstIndex { String(data: Data($0), encoding: .utf8) == nil }.map { $0 + 1 }
  }

  /// True where the file decides how questions are matched and answered: all but the canned suites and the fact ledger.
  package static func countsForDigest(_ path: String) -> Bool { !path.hasPrefix("suites/") && path != "facts.yaml" }

  /// `sha256:` and the SHA-256 of paths and contents of every file that counts, in hexadecimal.
  /// - Throws: ``KnowledgeRefused`` where a file cannot be read.
  public func digest() throws(KnowledgeRefused) -> String {
    var hash = SHA256()
    for path in try files() where Self.countsForDigest(path) {
      let data = try data(of: path)
      hash.update(data: Data("\(path)\u{0}\(data.count)\u{0}".utf8))
      hash.update(data: data)
    }
    return "sha256:" + hash.finalize().map { String(format: "%02x", $0) }.joined()
  }

  private func refusal(of path: String, line: Int? = nil, _ message: String) -> KnowledgeRefused {
    KnowledgeRefused(problems: [KnowledgeProblem(place: SourcePlace(file: path, line: line), message: message)])
  }
}
