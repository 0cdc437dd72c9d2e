import Chat
import Foundation
import HTTPTypes

/// Updates as Telegram's documentation shows them.
enum TelegramSamples {
  static let token = "123456:AAF-canary_token"
  static let secret = "A-secret_token-0123456789"

  static let person = #"{"id":42,"is_bot":false,"first_name":"Anna","language_code":"en"}"#
  static let bot = #"{"id":123456,"is_bot":true,"first_name":"Marrow","username":"marrow_bot"}"#
  static let privateChat = #"{"id":42,"first_name":"Anna","type":"private"}"#
  static let group = #"{"id":-100500,"title":"Ward","type":"supergroup"}"#

  /// An update with a message.
  static func message(
    _ text: String, chat: String = privateChat, from: String = person, entities: String = "", extra: String = "",
    update: Int = 900
  ) -> String {
    let quoted = (try? JSONBody.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return """
      {"update_id":\(update),"message":{"message_id":17,"from":\(from),"chat":\(chat),"date":1790000000,\
      "text":\(quoted)\(entities.isEmpty ? "" : ",\"entities\":[\(entities)]")\(extra)}}
      """
  }

  /// A pressed button; `keyboard` is that of our message.
  static func press(_ data: String, keyboard: String = "", chat: String = privateChat) -> String {
    """
    {"update_id":901,"callback_query":{"id":"4382bfdwdsb323b2d9","from":\(person),"chat_instance":"1",\
    "message":{"message_id":18,"from":\(bot),"chat":\(chat),"date":1790000001,"text":"An answer."\
    \(keyboard.isEmpty ? "" : ",\"reply_markup\":{\"inline_keyboard\":[\(keyboard)]}")},"data":"\(data)"}}
    """
  }

  /// A request with this body and the secret.
  static func request(_ body: String, at now: Date) -> WebhookRequest {
    var request = WebhookRequest(
      headers: [.contentType: "application/json"], body: Data(body.utf8), receivedAt: now)
    request.set([("x-telegram-bot-api-secret-token", secret)])
    return request
  }

  /// The platform with the samples' keys.
  static func platform(_ options: [String: String] = ["bot_username": "marrow_bot"]) throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "telegram", kind: "telegram", options: options,
      secrets: ["bot_token": Secret(token), "secret_token": Secret(secret)])
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment())
  }
}
