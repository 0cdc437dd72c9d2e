import Delivery
import Foundation
import Testing

@Suite(.storeFolders) struct StoreKeyTests {
  @Test func isMadeOnceForItsOwnerAlone() throws {
    let file = try StoreFolder().url.appending(path: "store.key")
    let first = try StoreKey.load(orCreateAt: file)
    let second = try StoreKey.load(orCreateAt: file)
    #expect(first.hash(.user, "ann") == second.hash(.user, "ann"))
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(attributes[.size] as? Int == 32)
    #expect(try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path) == ["store.key"])
  }

  @Test func whoeverMakesItAtOnceGetsTheSame() async throws {
    let file = try StoreFolder().url.appending(path: "store.key")
    let hashes = try await withThrowingTaskGroup(of: KeyedHash.self) { group in
      for _ in 0..<20 { group.addTask { try StoreKey.load(orCreateAt: file).hash(.user, "ann") } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(hashes.count == 1)
  }

  @Test func refusesAFileOthersCanRead() throws {
    let file = try StoreFolder().url.appending(path: "store.key")
    _ = try StoreKey.load(orCreateAt: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    let error = #expect(throws: StoreKeyError.readableByOthers(path: file.path, mode: 0o640)) {
      try StoreKey.load(orCreateAt: file)
    }
    #expect(error?.description.contains("chmod 600") == true)
  }

  @Test(arguments: [0, 31, 33]) func refusesAFileOfAnotherLength(_ length: Int) throws {
    let file = try StoreFolder().url.appending(path: "store.key")
    _ = FileManager.default.createFile(
      atPath: file.path, contents: Data(count: length), attributes: [.posixPermissions: 0o600])
    #expect(throws: StoreKeyError.wrongLength(found: length)) { try StoreKey.load(orCreateAt: file) }
  }

  @Test func keepsPartsAndPurposesApart() throws {
    let key = try StoreKey.sample()
    let hashes = [
      key.hash(.user, "ab", "c"), key.hash(.user, "a", "bc"), key.hash(.user, "abc"), key.hash(.conversation, "abc"),
      key.hash(.user, "abc", ""), try StoreKey(bytes: Data(repeating: 8, count: 32)).hash(.user, "abc"),
    ]
    #expect(Set(hashes).count == hashes.count)
    #expect(hashes.allSatisfy { $0.bytes.count == 16 })
  }

  @Test func printsNothingOfItself() throws {
    let key = try StoreKey.sample()
    let hash = key.hash(.user, "ann")
    var dumped = ""
    dump(key, to: &dumped)
    dump(hash, to: &dumped)
    #expect("\(key) \(String(reflecting: key))" == "<secret> <secret>")
    #expect("\(hash) \(String(reflecting: hash))" == "<hash> <hash>")
    #expect(!dumped.contains("bytes") && !dumped.contains("hashing"))
  }
}
