import Delivery
import Foundation
import GRDB
import Testing

@Suite(.storeFolders) struct OpeningTests {
  /// Changes the database from outside, the store being closed.
  private func change(_ folder: StoreFolder, _ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.database.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func twoCannotShareAStore() async throws {
    let folder = try StoreFolder()
    let first = try await folder.open()
    await #expect(throws: StoreFailure.inUse(path: folder.database.path)) { try await folder.open() }
    await first.close()
    let second = try await folder.open()
    #expect(try await second.census().pending == 0)
  }

  @Test func refusesAStoreOfALaterVersion() async throws {
    let folder = try StoreFolder()
    await (try folder.open()).close()
    try change(folder, "PRAGMA user_version = 99")
    await #expect(throws: StoreFailure.newerSchema(found: 99, known: 1)) { try await folder.open() }
    // The refusal lets go of the file.
    try change(folder, "PRAGMA user_version = 1")
    await (try folder.open()).close()
  }

  @Test func refusesAnotherProgramsDatabase() async throws {
    let folder = try StoreFolder()
    try change(folder, "CREATE TABLE theirs (x)")
    await #expect(throws: StoreFailure.foreign(path: folder.database.path)) { try await folder.open() }
  }

  @Test func refusesWhatIsNoDatabase() async throws {
    let folder = try StoreFolder()
    try Data(repeating: 65, count: 8192).write(to: folder.database)
    await #expect(throws: StoreFailure.corrupt) { try await folder.open() }
  }

  @Test func refusesAnotherKey() async throws {
    let folder = try StoreFolder()
    await (try folder.open()).close()
    let settings = StoreSettings(file: folder.database)
    await #expect(throws: StoreFailure.wrongKey) {
      try await SQLiteStore.open(settings, key: .sample(), at: .start)
    }
  }

  @Test func saysWhichFolderIsMissing() async throws {
    let folder = try StoreFolder()
    let file = folder.url.appending(path: "absent/outbox.sqlite")
    let failure = await #expect(throws: StoreFailure.self) {
      try await SQLiteStore.open(StoreSettings(file: file), key: folder.key(), at: .start)
    }
    #expect(failure?.description.contains("absent/outbox.sqlite") == true)
  }

  @Test func isForItsOwnerAlone() async throws {
    let folder = try StoreFolder()
    let store = try await folder.open()
    _ = try await store.accept(.sample("m1"), at: .start)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
      let path = folder.url.appending(path: file).path
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(file)")
    }
  }

  @Test func aClosedStoreSaysSo() async throws {
    let store = try await StoreFolder().open()
    await store.close()
    await #expect(throws: StoreFailure.closed) { try await store.accept(.sample("m"), at: .start) }
    await #expect(throws: StoreFailure.closed) { try await store.census() }
    await #expect(throws: StoreFailure.closed) { try await store.sweep(at: .start) }
  }

  @Test func closingFinishesWhatIsUnderWay() async throws {
    let folder = try StoreFolder()
    let store = try await folder.open()
    let accepted = try await withThrowingTaskGroup(of: Bool.self) { group in
      for id in 0..<200 {
        group.addTask {
          do { return try await store.accept(.sample("m\(id)"), at: .start) != .duplicate } catch StoreFailure.closed {
            return false
          }
        }
      }
      group.addTask {
        await store.close()
        return false
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    let again = try await folder.open()
    #expect(try await again.census().pending == accepted)
  }
}
