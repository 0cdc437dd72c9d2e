import Chat
import Foundation
import HTTPTypes

/// Requests as zerver/lib/outgoing_webhook.py of the server writes them.
enum ZulipSamples {
  static let token = "abcd1234abcd1234abcd1234abcd1234"
  static let email = "marrow-bot@chat.example.org"

  /// A message in a channel that mentions the bot.
  static func mention(_ text: String, sender: String = "anna@example.org", token: String = token) throws -> String {
    try body(
      text, trigger: "mention", token: token,
      message: """
        "type":"stream","stream_id":5,"display_recipient":"Verona","subject":"Chemo, day 3","sender_id":10,\
        "sender_email":"\(sender)","sender_full_name":"Anna"
        """)
  }

  /// A direct message; `others` are in the conversation too.
  static func direct(_ text: String, others: [Int] = []) throws -> String {
    let users = ([10, 7] + others).map { #"{"id":\#($0),"email":"u\#($0)@example.org","full_name":"U"}"# }
    return try body(
      text, trigger: "direct_message", token: token,
      message: """
        "type":"private","display_recipient":[\(users.joined(separator: ","))],"subject":"","sender_id":10,\
        "sender_email":"anna@example.org","sender_full_name":"Anna"
        """)
  }

  private static func body(_ text: String, trigger: String, token: String, message: String) throws -> String {
    let data = String(decoding: try JSONBody.encode(text), as: UTF8.self)
    return """
      {"data":\(data),"message":{"id":112,"client":"website","content":\(data),"content_type":"text/x-markdown",\
      "timestamp":1790000000,"sender_realm_str":"zulip","reactions":[],"submessages":[],\(message)},\
      "bot_email":"\(email)","bot_full_name":"Marrow","token":"\(token)","trigger":"\(trigger)"}
      """
  }

  static func request(_ body: String) -> WebhookRequest {
    WebhookRequest(
      headers: [.contentType: "application/json", .userAgent: "ZulipOutgoingWebhook/10.0"], body: Data(body.utf8),
      receivedAt: Date(timeIntervalSince1970: 1_790_000_010))
  }

  static func platform() throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "zulip", kind: "zulip", options: ["server_url": "https://chat.example.org", "bot_email": email],
      secrets: ["token": Secret(token), "api_key": Secret("the-key")])
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment())
  }
}
