import Foundation
import Testing

/// A platform's official kit, asked by JSON lines: the scripts in Tests/Oracles, run by the Python that
/// Tests/Oracles/install.sh sets up.
enum Oracle {
  private static let folder = Repository.root.appending(path: "Tests/Oracles")

  /// Where the kits are: $MARROW_ORACLES, else in the cache.
  private static let python: URL = {
    let environment = ProcessInfo.processInfo.environment
    if let place = environment["MARROW_ORACLES"] { return URL(filePath: place).appending(path: "bin/python") }
    let cache = environment["XDG_CACHE_HOME"].map { URL(filePath: $0) } ?? URL.homeDirectory.appending(path: ".cache")
    return cache.appending(path: "marrow/oracles/bin/python")
  }()

  /// True where the kits are; says so on standard error where they are not.
  static let isInstalled: Bool = {
    let isThere = FileManager.default.isExecutableFile(atPath: python.path)
    if !isThere {
      let note = "SKIPPED: the tests against the platforms' official kits; Tests/Oracles/install.sh installs them\n"
      FileHandle.standardError.write(Data(note.utf8))
    }
    return isThere
  }()

  /// The replies of a script, one a request.
  static func ask<Request: Encodable, Reply: Decodable>(
    _ script: String, _ requests: [Request], as type: Reply.Type
  ) async throws -> [Reply] {
    try await ask(script, lines: requests.map { try JSONEncoder().encode($0) }, as: type)
  }

  /// The replies of a script to requests that are JSON already.
  static func ask<Reply: Decodable>(_ script: String, lines: [Data], as type: Reply.Type) async throws -> [Reply] {
    let place = FileManager.default.temporaryDirectory.appending(path: "oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let input = lines.map { $0 + Data("\n".utf8) }.reduce(Data(), +)
    let output = try await run(script, input: input, in: place)
    let replies = output.split(separator: UInt8(ascii: "\n"))
    #expect(replies.count == lines.count)
    return try replies.map { try JSONDecoder().decode(type, from: $0) }
  }

  private static func run(_ script: String, input: Data, in place: URL) async throws -> Data {
    let files = ["in", "out", "err"].map { place.appending(path: $0) }
    try input.write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = python
    process.arguments = ["-B", folder.appending(path: script).path]
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch {
        process.terminationHandler = nil
        done.resume(throwing: error)
      }
    }
    let errors = try String(decoding: Data(contentsOf: files[2]), as: UTF8.self)
    try #require(process.terminationStatus == 0, "\(script) failed: \(errors.suffix(2000))")
    return try Data(contentsOf: files[1])
  }
}
