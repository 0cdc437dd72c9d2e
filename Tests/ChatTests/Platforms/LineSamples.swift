import Chat
import Crypto
import Foundation
import HTTPTypes

/// Webhooks as LINE's documentation shows them.
enum LineSamples {
  static let secret = "0123456789abcdef0123456789abcdef"
  static let user = #"{"type":"user","userId":"U4af4980629"}"#
  static let group = #"{"type":"group","groupId":"Ca56f94637c","userId":"U4af4980629"}"#

  /// The event of a message of text.
  static func text(
    _ text: String, id: String = "01FZ74A0TDDPYRVKNK77XKC3ZR", source: String = user, mention: String = "",
    mode: String = "active", redelivery: Bool = false
  ) -> String {
    let words = (try? JSONBody.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let mentions = mention.isEmpty ? "" : #","mention":{"mentionees":[\#(mention)]}"#
    return """
      {"type":"message","message":{"type":"text","id":"14353798921116","quoteToken":"q3Plxr4AgKd","text":\(words)\
      \(mentions)},"webhookEventId":"\(id)","deliveryContext":{"isRedelivery":\(redelivery)},"timestamp":1790000000250,\
      "source":\(source),"replyToken":"nHuyWiB7yP5Zw52FIkcQobQuGDXCTA","mode":"\(mode)"}
      """
  }

  static let follow =
    #"{"type":"follow","follow":{"isUnblocked":false},"webhookEventId":"01A","deliveryContext":{"isRedelivery":false},"timestamp":1790000000250,"source":\#(user),"replyToken":"85cbe770fa","mode":"active"}"#
  static let sticker = text("x").replacing(
    #""type":"text""#, with: #""type":"sticker","packageId":"1","stickerId":"2""#)
  static let unsend =
    #"{"type":"unsend","unsend":{"messageId":"325708"},"webhookEventId":"01B","deliveryContext":{"isRedelivery":false},"timestamp":1790000000250,"source":\#(group),"mode":"active"}"#

  /// The body with these events.
  static func body(_ events: [String]) -> String {
    #"{"destination":"U8189cf6745","events":[\#(events.joined(separator: ","))]}"#
  }

  /// A request with this body, signed.
  static func request(_ body: String, receivedAt now: Date = Date(timeIntervalSince1970: 1_790_000_001))
    -> WebhookRequest
  {
    var request = WebhookRequest(
      headers: [.contentType: "application/json; charset=utf-8"], body: Data(body.utf8), receivedAt: now)
    request.set([("X-Line-Signature", signature(body))])
    return request
  }

  static func signature(_ body: String) -> String {
    let key = SymmetricKey(data: Data(secret.utf8))
    return Data(HMAC<SHA256>.authenticationCode(for: Data(body.utf8), using: key)).base64EncodedString()
  }

  static func platform() throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "line", kind: "line",
      secrets: ["channel_secret": Secret(secret), "channel_access_token": Secret("access-token")])
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment())
  }
}
