internal import Foundation

/// Where and how messages are sent, and what comes back.
struct LineAPI: Sendable {
  /// The API's base URL.
  static let standard = "https://api.line.me"
  /// Seconds that a reply token is used; LINE takes it for about a minute.
  static let replyWindow: TimeInterval = 45

  /// The base URL in use.
  let base: String
  /// The channel access token.
  let token: Secret

  /// A reply names its token, a push whom it is for.
  private struct Post: Encodable {
    var replyToken: String?
    var to: String?
    let messages: [LineMessages.Text]
  }

  /// A reply, which costs nothing, where its token is fresh; else a push, which counts but can be repeated: LINE takes one with
  /// the same key once. A reply that may have arrived is not repeated, since its token is good once and says nothing then.
  func request(
    _ messages: [LineMessages.Text], to destination: Destination, isFirst: Bool, context: SendContext
  ) throws(OutgoingFailure) -> OutgoingRequest {
    guard let place = destination["to"] else { throw .nowhere }
    let isFresh =
      destination["reply_until"].flatMap(Double.init).map { context.now.timeIntervalSince1970 < $0 } ?? false
    if isFirst, isFresh, !context.isRetry, let reply = destination["reply_token"] {
      return try .post(Post(replyToken: reply, messages: messages), to: base + "/v2/bot/message/reply", bearer: token)
    }
    var request = try OutgoingRequest.post(
      Post(to: place, messages: messages), to: base + "/v2/bot/message/push", bearer: token)
    request.set([("x-line-retry-key", Self.uuid(for: context.key))])
    return request
  }

  /// A UUID made of the digits of a name for `key`, with the marks of version 8 (RFC 9562, section 5.8).
  private static func uuid(for key: String) -> String {
    var digits = Array(MessageCode.name(of: key))
    digits[12] = "8"
    digits[16] = "8"
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return parts.joined(separator: "-")
  }

  private struct Result: Decodable {
    let message: String?
    let sentMessages: [Sent]?

    struct Sent: Decodable { let id: String? }
  }

  /// The verdict; LINE's errors are told by their words, which are never repeated.
  static func verdict(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    let result = try? JSONDecoder().decode(Result.self, from: response.body)
    let words = result?.message?.lowercased() ?? ""
    switch response.status {
    // It was taken at an earlier try.
    case 409: return .delivered(receipt: nil)
    // Too old, or used up: the next try is a push.
    case 400 where words.contains("invalid reply token"): return .retry(after: nil, reason: "reply token")
    case 429 where words.contains("monthly limit"): return .refused("monthly limit")
    default: return StatusReading.verdict(response, at: now, receipt: result?.sentMessages?.first?.id)
    }
  }
}
