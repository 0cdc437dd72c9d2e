public import Foundation
public import Knowledge

/// A small valid knowledge folder about roses and tulips in a temporary directory, for tests to use and to break.
public struct KnowledgeFixture: Sendable {
  /// The temporary directory; `Knowledge` and `cache` stand in it.
  public let home: URL

  /// Writes the folder, hands it to `body` and removes it afterwards.
  public static func use<Value>(_ body: (KnowledgeFixture) throws -> Value) throws -> Value {
    let name = "marrow-fixture-\(UUID().uuidString)"
    let fixture = KnowledgeFixture(home: FileManager.default.temporaryDirectory.appendingPathComponent(name))
    defer { try? FileManager.default.removeItem(at: fixture.home) }
    for (path, text) in FixtureFiles.all { try fixture.write(path, text) }
    return try body(fixture)
  }

  /// Writes the folder, hands it to `body` and removes it afterwards.
  public static func use<Value>(_ body: (KnowledgeFixture) async throws -> Value) async throws -> Value {
    let name = "marrow-fixture-\(UUID().uuidString)"
    let fixture = KnowledgeFixture(home: FileManager.default.temporaryDirectory.appendingPathComponent(name))
    defer { try? FileManager.default.removeItem(at: fixture.home) }
    for (path, text) in FixtureFiles.all { try fixture.write(path, text) }
    return try await body(fixture)
  }

  /// The knowledge folder.
  public var folder: KnowledgeFolder { KnowledgeFolder(home.appendingPathComponent("Knowledge")) }

  /// A folder for compiled knowledge; it is not there yet.
  public var cache: URL { home.appendingPathComponent("cache") }

  /// The place of a file below `Knowledge/`.
  public func url(_ path: String) -> URL { folder.url.appendingPathComponent(path) }

  /// Writes a file and the folders above it.
  public func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  /// Writes bytes that need not be text.
  public func write(_ path: String, _ data: Data) throws {
    let url = url(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// The text of a file.
  public func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

  /// Replaces the first `old` in a file; throws where there is none, so that a test cannot break nothing by mistake.
  public func replace(in path: String, _ old: String, with new: String) throws {
    let text = try text(path)
    guard let range = text.range(of: old) else { throw CocoaError(.fileReadCorruptFile) }
    try write(path, text.replacingCharacters(in: range, with: new))
  }

  /// Adds text at the end of a file.
  public func append(to path: String, _ text: String) throws { try write(path, try self.text(path) + text) }

  /// Removes a file or folder.
  public func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

  /// Loads the folder.
  public func load() throws -> LoadedKnowledge { try KnowledgeLoader(folder).load() }

  /// The problems for which loading refuses the folder, as people read them; empty where it loads.
  public func refusals() -> [String] {
    do throws(KnowledgeRefused) {
      _ = try KnowledgeLoader(folder).load()
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }
}
