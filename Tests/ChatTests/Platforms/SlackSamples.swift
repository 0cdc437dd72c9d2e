import Chat
import Crypto
import Foundation
import HTTPTypes

/// Requests as Slack's documentation shows them.
enum SlackSamples {
  /// The body of an event callback.
  static func event(_ event: String, id: String = "Ev1", at now: Date = Date()) -> String {
    """
    {"token":"x","team_id":"T1","api_app_id":"A1","event":\(event),"type":"event_callback","event_id":"\(id)",\
    "event_time":\(Int(now.timeIntervalSince1970)),\
    "authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"UBOT","is_bot":true}]}
    """
  }

  static let mention =
    #"{"type":"app_mention","user":"U1","text":"<@UBOT> what is ALL?","ts":"1790000000.000100","channel":"C1","event_ts":"1790000000.000100"}"#
  static let direct =
    #"{"type":"message","channel":"D1","user":"U1","text":"is 3 &lt; 4 &amp;amp; why","ts":"1790000001.000200","event_ts":"1790000001.000200","channel_type":"im","team":"T1"}"#
  static let own =
    #"{"type":"message","channel":"D1","user":"UBOT","bot_id":"BBOT","text":"An answer.","ts":"1790000002.000300","channel_type":"im"}"#
  static let edit =
    #"{"type":"message","subtype":"message_changed","channel":"D1","ts":"1790000003.000400","channel_type":"im","message":{"type":"message","user":"U1","text":"What is AML?","ts":"1790000001.000200"}}"#
  static let command =
    "token=x&team_id=T1&channel_id=C1&user_id=U1&command=%2Fmarrow&text=what+is+ALL%3F&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1&trigger_id=13.37"

  /// The form of a pressed button.
  static func press(ephemeral: Bool = false, value: String = "Symptoms of ALL", action: String = "offer_1") -> String {
    let message =
      ephemeral ? "" : #","message":{"type":"message","ts":"1790000005.000600","thread_ts":"1790000000.000100"}"#
    let payload = """
      {"type":"block_actions","user":{"id":"U1","name":"u"},"team":{"id":"T1"},"channel":{"id":"C1"},"api_app_id":"A1",\
      "trigger_id":"9.9","container":{"type":"message","message_ts":"1790000005.000600","is_ephemeral":\(ephemeral)}\
      \(message),"response_url":"https://hooks.slack.com/actions/T1/1/x","actions":[{"type":"button",\
      "action_id":"\(action)","block_id":"b","value":"\(value)","action_ts":"1790000006.000700"}]}
      """
    return String(decoding: FormBody.encoded([("payload", payload)]), as: UTF8.self)
  }

  /// One of each kind.
  static func all(at now: Date) -> [String] {
    [mention, direct, own].map { event($0, at: now) } + [command, press()]
  }

  /// A request with this body.
  static func request(_ body: String, at now: Date) -> WebhookRequest {
    let type = body.hasPrefix("{") ? "application/json" : "application/x-www-form-urlencoded; charset=utf-8"
    return WebhookRequest(headers: [.contentType: type], body: Data(body.utf8), receivedAt: now)
  }

  /// The same, signed.
  static func signed(_ body: String, secret: String, at now: Date) -> WebhookRequest {
    var request = request(body, at: now)
    let time = String(Int(now.timeIntervalSince1970))
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("v0:\(time):\(body)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
    let text = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    request.set([("x-slack-request-timestamp", time), ("x-slack-signature", "v0=\(text)")])
    return request
  }
}
