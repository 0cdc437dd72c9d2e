import Chat
import Foundation
import HTTPTypes

/// Posts of Meta as its documentation shows them.
enum MetaSamples {
  static let secret = "0123456789abcdef0123456789abcdef"
  static let token = "a-word-of-our-own"
  static let now = Date(timeIntervalSince1970: 1_790_000_100)

  static func platform(_ kind: String, _ options: [String: String] = [:]) throws -> any ChatPlatform {
    var options = options
    if kind == "whatsapp" { options["phone_number_id"] = "106540352242922" }
    let secrets = ["app_secret": secret, "verify_token": token, "access_token": "EAAG-access"]
    let settings = PlatformSettings(
      name: "meta", kind: kind, options: options, secrets: secrets.mapValues { Secret($0) })
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment(random: SampleSettings.random))
  }

  /// A signed post with this body.
  static func post(_ body: String, at now: Date = now) -> WebhookRequest {
    var request = WebhookRequest(headers: [.contentType: "application/json"], body: Data(body.utf8), receivedAt: now)
    let code = MessageCode.sha256(request.body, key: Data(secret.utf8))
    request.set([("x-hub-signature-256", "sha256=" + Hex.text(code))])
    return request
  }

  static func handshake(mode: String = "subscribe", token: String = token, challenge: String = "1158201444")
    -> WebhookRequest
  {
    WebhookRequest(
      method: .get, rawQuery: "hub.mode=\(mode)&hub.challenge=\(challenge)&hub.verify_token=\(token)", receivedAt: now)
  }

  // MARK: WhatsApp

  /// A batch of these messages for one number.
  static func whatsApp(_ messages: String..., number: String = "106540352242922", field: String = "messages") -> String
  {
    """
    {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"\(field)","value":\
    {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"\(number)"},\
    "contacts":[{"profile":{"name":"Anna"},"wa_id":"16505551234","user_id":"US.13491208655302741918"}],\
    "messages":[\(messages.joined(separator: ","))]}}]}]}
    """
  }

  static func text(_ text: String, id: String = "wamid.1", from: String = "16505551234", time: Int = 1_790_000_000)
    -> String
  {
    let body = (try? JSONBody.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return #"{"from":"\#(from)","id":"\#(id)","timestamp":"\#(time)","type":"text","text":{"body":\#(body)}}"#
  }

  /// A pressed button ("button") or row ("list").
  static func press(_ kind: String, id: String, title: String) -> String {
    """
    {"context":{"from":"15550783881","id":"wamid.0"},"from":"16505551234","id":"wamid.2","timestamp":"1790000000",\
    "type":"interactive","interactive":{"type":"\(kind)_reply","\(kind)_reply":{"id":"\(id)","title":"\(title)"}}}
    """
  }

  static let statuses = """
    {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":\
    {"messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"106540352242922"},\
    "statuses":[{"id":"wamid.9","status":"delivered","timestamp":"1790000000","recipient_id":"16505551234"}]}}]}]}
    """

  // MARK: Messenger

  static func messenger(_ events: String..., object: String = "page", list: String = "messaging") -> String {
    #"{"object":"\#(object)","entry":[{"id":"682498302938465","time":1790000000000,"\#(list)":[\#(events.joined(separator: ","))]}]}"#
  }

  /// An event with this content, such as `"message":{...}`.
  static func event(_ content: String, sender: String = "254", time: Int = 1_790_000_000_123) -> String {
    #"{"sender":{"id":"\#(sender)"},"recipient":{"id":"682498302938465"},"timestamp":\#(time),\#(content)}"#
  }

  static func events(_ inbound: Inbound) -> [InboundEvent] {
    if case .events(let events, _, _) = inbound { events } else { [] }
  }
}
