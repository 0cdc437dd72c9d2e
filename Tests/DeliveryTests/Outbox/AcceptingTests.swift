import Delivery
import Foundation
import Testing

@Suite(.storeFolders) struct AcceptingTests {
  @Test func flushesEachCommitToTheDisk() async throws {
    let store = try await StoreFolder().open()
    #expect(try await store.durability() == .promised)
    await store.close()
  }

  @Test func acceptsOnceAndTellsCopies() async throws {
    let folder = try StoreFolder()
    let store = try await folder.open()
    let message = try InboundMessage.sample("m1", replies: 2)
    guard case .accepted(let ids) = try await store.accept(message, at: .start) else {
      Issue.record("refused")
      return
    }
    #expect(ids.count == 2)
    #expect(try await store.accept(message, at: .after(1)) == .duplicate)
    #expect(try await store.hasAccepted(platform: "slack", id: "m1"))
    #expect(try await !store.hasAccepted(platform: "slack", id: "m2"))
    #expect(try await store.census().pending == 2)
  }

  @Test func keepsPlatformsApart() async throws {
    let store = try await StoreFolder().open()
    _ = try await store.accept(.sample("1", platform: "slack"), at: .start)
    #expect(try await store.accept(.sample("1", platform: "matrix"), at: .start) != .duplicate)
  }

  @Test func aDuplicateChangesNothing() async throws {
    let store = try await StoreFolder().open()
    let message = try InboundMessage.sample("m1", state: "first")
    _ = try await store.accept(message, at: .start)
    _ = try await store.accept(.sample("m1", state: "second", replies: 3), at: .after(1))
    #expect(try await store.conversation(message.conversation, at: .after(1)) == Data("first".utf8))
    #expect(try await store.census().pending == 1)
  }

  @Test func answersCopiesOnParallelConnectionsOnce() async throws {
    let store = try await StoreFolder().open()
    let outcomes = try await withThrowingTaskGroup(of: Acceptance.self) { group in
      for event in 0..<200 {
        for _ in 0..<5 { group.addTask { try await store.accept(.sample("m\(event)"), at: .start) } }
      }
      return try await group.reduce(into: [Acceptance]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == .duplicate } == 800)
    #expect(try await store.census().pending == 200)
  }

  @Test func remembersForThreeDaysAtLeast() async throws {
    let store = try await StoreFolder().open()
    var brief = try InboundMessage.sample("m1")
    brief.remembered = .seconds(1)
    _ = try await store.accept(brief, at: .start)
    _ = try await store.sweep(at: .after(72 * 3600 - 1))
    #expect(try await store.accept(brief, at: .after(72 * 3600 - 1)) == .duplicate)
    #expect(try await store.sweep(at: .after(72 * 3600)).rememberedMessages == 1)
    #expect(try await store.accept(brief, at: .after(72 * 3600)) != .duplicate)
  }

  @Test func remembersAsLongAsAPlatformAsks() async throws {
    let store = try await StoreFolder().open()
    var long = try InboundMessage.sample("m1")
    long.remembered = .seconds(100 * 3600)
    _ = try await store.accept(long, at: .start)
    #expect(try await store.sweep(at: .after(99 * 3600)).rememberedMessages == 0)
  }

  @Test func savesTheConversationWithTheReplyForADay() async throws {
    let folder = try StoreFolder()
    let message = try InboundMessage.sample("m1", state: "one")
    let first = try await folder.open()
    _ = try await first.accept(message, at: .start)
    _ = try await first.accept(.sample("m2", state: "two"), at: .after(10))
    _ = try await first.accept(.sample("m3", state: nil), at: .after(20))
    await first.close()
    let second = try await folder.open(at: .after(30))
    let day = 24.0 * 3600
    #expect(try await second.conversation(message.conversation, at: .after(9 + day)) == Data("two".utf8))
    #expect(try await second.conversation(message.conversation, at: .after(10 + day)) == nil)
    #expect(try await second.sweep(at: .after(10 + day)).conversations == 1)
  }

  @Test func givesTheSameMessageTheSameKeyWhateverTheStore() async throws {
    var keys: Set<[String]> = []
    for _ in 0..<2 {
      let folder = try StoreFolder()
      let store = try await SQLiteStore.open(StoreSettings(file: folder.database), key: .sample(), at: .start)
      _ = try await store.accept(.sample("m1"), at: .start)
      _ = try await store.accept(.sample("m2", lane: "C2"), at: .start)
      keys.insert(try await store.claim(.at(.start)).replies.map(\.idempotencyKey))
    }
    let both = try #require(keys.first)
    #expect(keys.count == 1)
    #expect(Set(both).count == 2)
    #expect(both.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{24}/) != nil })
  }

  @Test func sharesCommitsAmongConcurrentCallers() async throws {
    let store = try await StoreFolder().open()
    let before = store.commitCount
    try await withThrowingTaskGroup(of: Void.self) { group in
      for event in 0..<500 { group.addTask { _ = try await store.accept(.sample("m\(event)"), at: .start) } }
      try await group.waitForAll()
    }
    #expect(try await store.census().pending == 500)
    #expect(store.commitCount - before < 400)
  }

  @Test func refusesWhatTheQueueCannotHold() async throws {
    let store = try await StoreFolder().open { $0.longestQueue = 8 }
    let outcomes = await withTaskGroup(of: Result<Acceptance, StoreFailure>.self) { group in
      for event in 0..<300 {
        group.addTask {
          do { return .success(try await store.accept(.sample("m\(event)"), at: .start)) } catch {
            return .failure(error as? StoreFailure ?? .closed)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let accepted = outcomes.count { (try? $0.get()) != nil }
    #expect(outcomes.allSatisfy { (try? $0.get()) != nil || $0 == .failure(.overloaded) })
    #expect(try await store.census().pending == accepted)
  }

  @Test func aCancelledCallerTakesNobodyAlong() async throws {
    let store = try await StoreFolder().open()
    let calls = (0..<100).map { event in Task { try await store.accept(.sample("m\(event)"), at: .start) } }
    for call in calls.enumerated() where call.offset % 2 == 0 { call.element.cancel() }
    for call in calls { #expect(try await call.value != .duplicate) }
    #expect(try await store.census().pending == 100)
  }
}
