import Delivery
import Foundation
import Matching
import Testing

@Suite(.storeFolders) struct ErasureTests {
  @Test(arguments: [6, 9, 14] as [UInt64])
  func removesEverythingOfAUserFromTheFilesThemselves(seed: UInt64) async throws {
    let folder = try StoreFolder()
    let store = try await folder.open()
    var dice = SeededGenerator(seed: seed)
    for id in 0..<400 {
      let user = id % 3 == 0 ? "ann" : "bob"
      // Long and short texts, so that pages overflow, split and are freed.
      let length = Int.random(in: 1...(Int.random(in: 0..<20, using: &dice) == 0 ? 900 : 40), using: &dice)
      let text = String(repeating: "canary-\(user) ", count: length)
      _ = try await store.accept(
        .sample(
          "m\(id)", lane: "lane-of-\(user)-\(Int.random(in: 0..<30, using: &dice))", user: user, state: text, text: text
        ), at: .start)
    }
    for reply in try await store.claim(.at(.start)).replies {
      _ = try await store.settle(reply.claim, as: .dead(.refused, reason: "403"), at: .start)
    }
    let inFlight = try await store.claim(.at(.start)).replies
    let erased = try await store.erase(user: .sample("ann"))
    #expect(erased.replies + erased.deadLetters == 134)
    #expect(erased.deadLetters > 0 && erased.conversations > 0)
    for trace in ["canary-ann", "lane-of-ann"] { #expect(try !folder.contains(trace)) }
    #expect(try folder.contains("canary-bob"))
    for reply in inFlight {
      let isOfAnn = reply.lane.contains("ann")
      #expect(
        try await store.settle(reply.claim, as: .delivered(receipt: nil), at: .start) == (isOfAnn ? .stale : .settled))
    }
    #expect(try await store.erase(user: .sample("ann")) == Erased(replies: 0, deadLetters: 0, conversations: 0))
  }

  @Test func holdsEvenWhileOthersReadAndWrite() async throws {
    let folder = try StoreFolder()
    let store = try await folder.open()
    let mine = try InboundMessage.sample("mine", lane: "L", user: "ann", state: "canary-ann", text: "canary-ann")
    _ = try await store.accept(mine, at: .start)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for id in 0..<100 {
        group.addTask { _ = try await store.accept(.sample("m\(id)", lane: "\(id)", user: "bob"), at: .start) }
        group.addTask { _ = try await store.conversation(mine.conversation, at: .start) }
      }
      group.addTask {
        _ = try await store.erase(user: mine.user)
        #expect(try !folder.contains("canary-ann"))
      }
      try await group.waitForAll()
    }
    #expect(try await store.census().pending == 100)
  }

  @Test func leavesALaneSharedWithOthersUsable() async throws {
    let store = try await StoreFolder().open()
    for (id, user) in ["ann", "bob", "ann", "bob"].enumerated() {
      _ = try await store.accept(.sample("m\(id)", user: user, text: "\(user)\(id)"), at: .start)
    }
    _ = try await store.claim(.at(.start))
    _ = try await store.erase(user: .sample("ann"))
    let next = try #require(try await store.claim(.at(.after(60))).replies.first)
    #expect(next.text == "bob1")
    _ = try await store.settle(next.claim, as: .delivered(receipt: nil), at: .after(60))
    #expect(try await store.claim(.at(.after(60))).replies.map(\.text) == ["bob3"])
  }

  @Test func whatWasDeliveredIsGoneAfterASweep() async throws {
    let folder = try StoreFolder()
    let store = try await folder.open()
    _ = try await store.accept(.sample("m1", lane: "lane-canary", state: nil, text: "text-canary"), at: .start)
    #expect(try folder.contains("text-canary") && folder.contains("lane-canary"))
    let reply = try #require(try await store.claim(.at(.start)).replies.first)
    _ = try await store.settle(reply.claim, as: .delivered(receipt: nil), at: .start)
    _ = try await store.sweep(at: .after(60))
    #expect(try !folder.contains("canary"))
  }

  @Test func keepsNoIdOfAMessage() async throws {
    let folder = try StoreFolder()
    let store = try await folder.open()
    _ = try await store.accept(.sample("T0TEAM.C0CHANNEL.123"), at: .start)
    #expect(try !folder.contains("T0TEAM"))
    await store.close()
  }
}
