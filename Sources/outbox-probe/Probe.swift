import Delivery
import Foundation

/// What all runs of the probe share.
enum Probe {
  private static let padding = String(repeating: "An answer is some sentences long. ", count: 18)

  /// The same in each process, and in the tests that look at the store afterwards.
  static func key() throws -> StoreKey { try StoreKey(bytes: Data(repeating: 9, count: StoreKey.length)) }

  static func open(_ folder: URL, at now: Date) async throws -> SQLiteStore {
    try await SQLiteStore.open(StoreSettings(file: folder.appending(path: "outbox.sqlite")), key: key(), at: now)
  }

  /// A message with one reply, about as large as a real one.
  static func message(_ id: String, lane: String, _ key: StoreKey, at now: Date) -> InboundMessage {
    let reply = NewReply(
      lane: lane, endpoint: "probe", destination: Data(#"{"channel":"\#(lane)"}"#.utf8),
      payload: Data("\(id) \(padding)".utf8), askedAt: now, expiresAt: now + 86_400)
    return InboundMessage(
      platform: "probe", id: id, user: key.hash(.user, lane), conversation: key.hash(.conversation, lane),
      state: Data(#"{"sections":["\#(id)"]}"#.utf8), replies: [reply])
  }

  /// The id the reply's text begins with.
  static func id(_ reply: LeasedReply) -> String {
    String(decoding: reply.payload.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
  }
}
