import Foundation
import Knowledge
import KnowledgeFixture
import Matching
import Synchronization
import Testing

@Suite struct CompiledCacheTests {
  private static let questions = [
    "what is a rose", "how deep do tulip bulbs go", "bugs on my rose", "price of a tulip", "hello", "weather tomorrow",
  ]

  /// Everything a matcher says to the questions, to the last digit.
  private func answers(_ compiled: CompiledKnowledge) -> [String] {
    let matcher = Matcher(compiled)
    return Self.questions.map { "\(matcher.match(matcher.analyzer.analyze($0)))" }
  }

  /// Asks the cache; says whether it had to compile.
  private func compile(
    _ fixture: KnowledgeFixture, anew: Bool = false
  ) throws -> (knowledge: CompiledKnowledge, isNew: Bool) {
    let steps = Steps()
    let cache = CompiledCache(folder: fixture.cache)
    let compiled = try cache.compiled(
      fixture.folder, anew: anew, progress: { _, _ in steps.count.withLock { $0 += 1 } })
    return (compiled, steps.count.withLock { $0 > 0 })
  }

  private final class Steps: Sendable {
    let count = Mutex(0)
  }

  private func file(_ fixture: KnowledgeFixture) throws -> URL {
    CompiledCache(folder: fixture.cache).file(of: try fixture.folder.digest())
  }

  private func names(_ fixture: KnowledgeFixture) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: fixture.cache.path)) ?? []).sorted()
  }

  @Test func answersTheSameFromTheCacheAsWhenCompiled() throws {
    try KnowledgeFixture.use { fixture in
      let first = try compile(fixture)
      let second = try compile(fixture)
      #expect(first.isNew && !second.isNew)
      #expect(answers(first.knowledge) == answers(second.knowledge))
    }
  }

  @Test func compilesToTheSameBytes() throws {
    try KnowledgeFixture.use { fixture in
      _ = try compile(fixture)
      let first = try Data(contentsOf: file(fixture))
      #expect(try compile(fixture, anew: true).isNew)
      #expect(try Data(contentsOf: file(fixture)) == first)
    }
  }

  @Test(arguments: ["cut short", "empty", "foreign", "one bit", "last byte", "longer"])
  func compilesAgainOverAFileThatIsDamaged(how: String) throws {
    try KnowledgeFixture.use { fixture in
      let first = try compile(fixture)
      let url = try file(fixture)
      let whole = try Data(contentsOf: url)
      try damaged(whole, how).write(to: url)
      let second = try compile(fixture)
      #expect(second.isNew)
      #expect(answers(first.knowledge) == answers(second.knowledge))
      #expect(try Data(contentsOf: url) == whole)
    }
  }

  private func damaged(_ whole: Data, _ how: String) -> Data {
    var data = whole
    switch how {
    case "cut short": return whole.prefix(whole.count / 2)
    case "empty": return Data()
    case "foreign": return Data("{\"knowledge\": 1}\n".utf8)
    case "one bit": data[whole.count * 3 / 4] ^= 1
    case "last byte": data[whole.count - 1] ^= 0x80
    default: data.append(0)
    }
    return data
  }

  @Test func doesNotTakeTheFileOfOtherKnowledge() throws {
    try KnowledgeFixture.use { fixture in
      _ = try compile(fixture)
      let old = try file(fixture)
      try fixture.replace(in: "smalltalk.yaml", "You are welcome.", with: "Any time.")
      try FileManager.default.copyItem(at: old, to: try file(fixture))
      let second = try compile(fixture)
      #expect(second.isNew)
      #expect(second.knowledge.knowledge.smalltalk.last?.reply == "Any time.")
    }
  }

  @Test func costsSpeedOnlyWhereTheFolderCannotBeWritten() throws {
    try KnowledgeFixture.use { fixture in
      // A file where the folder should be: not even the superuser can write below it.
      try Data().write(to: fixture.cache)
      let first = try compile(fixture)
      let second = try compile(fixture)
      #expect(first.isNew && second.isNew)
      #expect(answers(first.knowledge) == answers(second.knowledge))
    }
  }

  @Test func keepsTheNewestSixAndLeavesOtherFilesAlone() throws {
    try KnowledgeFixture.use { fixture in
      _ = try compile(fixture)
      let own = fixture.cache.appendingPathComponent("model.safetensors")
      try Data("other".utf8).write(to: own)
      for age in 1...7 {
        let url = fixture.cache.appendingPathComponent("knowledge-1-old\(age).bin")
        try Data("old".utf8).write(to: url)
        let day = Date(timeIntervalSinceNow: -86_400 * Double(age))
        try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: url.path)
      }
      _ = try compile(fixture, anew: true)
      let kept = names(fixture)
      #expect(
        kept
          == [
            "knowledge-1-old1.bin", "knowledge-1-old2.bin", "knowledge-1-old3.bin", "knowledge-1-old4.bin",
            "knowledge-1-old5.bin", try file(fixture).lastPathComponent, "model.safetensors",
          ].sorted())
    }
  }

  @Test func leavesTheCacheAsItWasWhereKnowledgeIsRefused() throws {
    try KnowledgeFixture.use { fixture in
      _ = try compile(fixture)
      let names = names(fixture)
      let bytes = try Data(contentsOf: file(fixture))
      let url = try file(fixture)
      try fixture.append(to: "gaps/price.yaml", "\ncolour: red\n")
      #expect(throws: KnowledgeRefused.self) { try compile(fixture) }
      #expect(throws: KnowledgeRefused.self) { try compile(fixture, anew: true) }
      #expect(self.names(fixture) == names)
      #expect(try Data(contentsOf: url) == bytes)
    }
  }
}
