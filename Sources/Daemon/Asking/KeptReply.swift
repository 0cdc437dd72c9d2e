import Answering
import Chat
import NIOConcurrencyHelpers

/// A reply in memory, and the messages that platforms made of its answer.
///
/// Messages are kept from the second time on that the same is asked, so that questions asked once take no more than their reply.
final class KeptReply: Sendable {
  /// The answer, and the state after it as it was when the answer was made.
  let reply: Reply
  /// By the platform's name, of which there are as many as are configured.
  private let messages = NIOLockedValueBox<[String: [ChatMessage]]>([:])

  /// A reply no platform has written yet.
  init(_ reply: Reply) { self.reply = reply }

  /// The answer's messages on a platform; the first time what `render` gives.
  /// - Throws: what `render` throws.
  func messages(on platform: String, _ render: () throws -> [ChatMessage]) rethrows -> [ChatMessage] {
    if let written = messages.withLockedValue({ $0[platform] }) { return written }
    let written = try render()
    messages.withLockedValue { $0[platform] = written }
    return written
  }
}
