import Chat
import Foundation
import HTTPTypes

/// Posts of Twilio as its documentation shows them.
enum TwilioSamples {
  static let now = Date(timeIntervalSince1970: 1_790_000_000)
  static let url = "https://bot.example/webhooks/sms"
  static let token = "0123456789abcdef0123456789abcdef"
  static let sharedKey = "a-shared-key-of-some-length"
  static let account = "AC" + String(repeating: "0a", count: 16)

  static func platform(
    _ options: [String: String] = [:], publicURL: String? = url, sharedKey: String? = nil
  ) throws -> any ChatPlatform {
    var secrets = ["auth_token": Secret(token)]
    secrets["shared_key"] = sharedKey.map { Secret($0) }
    let options = ["account_sid": account].merging(options) { $1 }
    let settings = PlatformSettings(
      name: "sms", kind: "twilio", options: options, secrets: secrets, publicURL: publicURL)
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment(random: SampleSettings.random))
  }

  /// The fields of a message.
  static func fields(_ text: String, from: String = "+14155551234", _ more: [(String, String)] = []) -> [(
    String, String
  )] {
    let to = from.hasPrefix("whatsapp:") ? "whatsapp:+15005550006" : "+15005550006"
    return [
      ("ToCountry", "US"), ("ToState", ""), ("SmsMessageSid", "SM5"), ("NumMedia", "0"), ("SmsStatus", "received"),
      ("Body", text), ("To", to), ("NumSegments", "1"), ("MessageSid", "SM5"), ("AccountSid", account), ("From", from),
      ("ApiVersion", "2010-04-01"),
    ] + more
  }

  /// A form, not signed.
  static func request(_ fields: [(String, String)], query: String = "") -> WebhookRequest {
    WebhookRequest(
      rawQuery: query, headers: [.contentType: "application/x-www-form-urlencoded; charset=UTF-8"],
      body: FormBody.encoded(fields), receivedAt: now)
  }

  static func event(_ text: String, from: String = "+14155551234", of platform: any ChatPlatform) throws
    -> InboundEvent?
  {
    ReadingTests.event(try platform.read(request(fields(text, from: from))))
  }
}
