import Chat
import Foundation
import HTTPTypes

/// Makes up Slack's events, each of another user with another question or all with the same.
final class Events {
  /// An event ready to be sent.
  struct Event {
    /// The request as it goes over the wire.
    let wire: [UInt8]
    /// Its identity for duplicates.
    let id: String
  }

  static let secret = "5f1f0a9c5d4b4c0e8a6f7e2d3c1b0a99"
  private let platform: any ChatPlatform
  private let questions: Questions
  private var count = 0

  /// A platform whose key both sides know.
  static func settings(sink: String) -> PlatformSettings {
    PlatformSettings(
      name: "trial", kind: "slack", options: ["api_url": sink + "/api"],
      secrets: ["signing_secret": Secret(secret), "bot_token": Secret("xoxb-0123456789abcdef")])
  }

  init() throws {
    platform = try PlatformRegistry.make(
      Self.settings(sink: "http://127.0.0.1:1"), environment: PlatformEnvironment())
    questions = try Questions()
  }

  /// So many events for a path, signed now.
  func make(_ number: Int, for path: String, fixed: String? = nil) throws -> [Event] {
    try (0..<number).map { _ in
      count += 1
      let question = fixed ?? questions[count]
      guard let request = platform.simulated(question: question, user: "U\(count)", at: Date()),
        case .events(let events, _, _) = try platform.read(request), let id = events.first?.id
      else { throw BenchFailure.noEvent }
      return Event(wire: Self.wire(request, path: path), id: id)
    }
  }

  private static func wire(_ request: WebhookRequest, path: String) -> [UInt8] {
    var head = "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: \(request.body.count)\r\n"
    for field in request.headers { head += "\(field.name.canonicalName): \(field.value)\r\n" }
    return Array((head + "\r\n").utf8) + Array(request.body)
  }
}
