import Chat
import Foundation
import HTTPTypes

/// Activities as Microsoft's documentation shows them, and Microsoft's servers.
enum BotFrameworkSamples {
  static let appID = "5396829c-e0a1-4698-9942-7c100000dab5"
  static let service = "https://smba.trafficmanager.net/amer/"
  static let now = Date(timeIntervalSince1970: 1_790_000_000)

  /// A message in Teams, in a personal chat or, with the bot's mention, in a channel.
  static func message(_ text: String, isGroup: Bool = false, extra: String = "") -> String {
    let value = (try? JSONBody.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let conversation =
      isGroup
      ? #"{"isGroup":true,"conversationType":"channel","tenantId":"72f988bf","id":"19:253@thread.skype;messageid=1481567603816"}"#
      : #"{"conversationType":"personal","tenantId":"72f988bf","id":"a:1pL6i0oY3C0K8oAj8"}"#
    return """
      {"type":"message","id":"1485983408511","timestamp":"2026-02-01T21:10:07.437Z","localTimestamp":"2026-02-01T13:10:07.437-08:00",\
      "channelId":"msteams","serviceUrl":"\(service)","from":{"id":"29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgDmB39m","name":"Anna","aadObjectId":"7faf"},\
      "conversation":\(conversation),"recipient":{"id":"28:5396829c-e0a1-4698-9942-7c100000dab5","name":"Marrow"},"text":\(value),\
      "textFormat":"plain","attachments":[{"contentType":"text/html","content":"<div>x</div>"}],\
      "channelData":{"tenant":{"id":"72f988bf"}},"locale":"en-US"\(extra)}
      """
  }

  /// The entities of a text that mentions the bot and Ben, and says where its author is.
  static let mentions = #"""
    ,"entities":[{"mentioned":{"id":"28:5396829c-e0a1-4698-9942-7c100000dab5","name":"Marrow"},"text":"<at>Marrow</at>","type":"mention"},\#
    {"mentioned":{"id":"29:2","name":"Ben"},"text":"<at>Ben</at>","type":"mention"},\#
    {"locale":"en-US","country":"US","platform":"Windows","type":"clientInfo"},{"type":"odd","text":7,"mentioned":"x"}]
    """#

  /// Somebody who joined; the bot's own id is `28:...`.
  static func joined(_ ids: [String], isGroup: Bool = false) -> String {
    let members = ids.map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
    return """
      {"type":"conversationUpdate","id":"f:1","channelId":"msteams","serviceUrl":"\(service)","from":{"id":"29:1"},\
      "conversation":{"id":"a:1","isGroup":\(isGroup)},"recipient":{"id":"28:bot"},"membersAdded":[\(members)]}
      """
  }

  /// Claims as Microsoft signs them.
  static func claims(_ changes: [String: Any?] = [:], at now: Date = now) -> [String: Any] {
    let seconds = Int(now.timeIntervalSince1970)
    var claims: [String: Any] = [
      "iss": "https://api.botframework.com", "aud": appID, "serviceurl": service, "nbf": seconds, "exp": seconds + 3600,
    ]
    for (claim, value) in changes { claims[claim] = value }
    return claims
  }

  /// A request with this body and token.
  static func request(_ body: String, token: String?) -> WebhookRequest {
    var request = WebhookRequest(
      headers: [.contentType: "application/json; charset=utf-8"], body: Data(body.utf8), receivedAt: now)
    if let token { request.headers[.authorization] = "Bearer " + token }
    return request
  }

  /// Microsoft's servers: metadata, the set of these keys, access tokens, and silence at all other addresses.
  static func microsoft(
    keys: [String], token: String = #"{"token_type":"Bearer","expires_in":3600,"access_token":"eyJ.a.b"}"#
  )
    -> GatedFetcher.Answer
  {
    { request in
      switch request.url {
      case "https://login.botframework.com/v1/.well-known/openidconfiguration":
        json(
          #"{"issuer":"https://api.botframework.com","jwks_uri":"https://login.botframework.com/v1/.well-known/keys"}"#)
      case "https://login.botframework.com/v1/.well-known/keys":
        json(#"{"keys":[\#(keys.joined(separator: ","))]}"#)
      case "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token": json(token)
      default: nil
      }
    }
  }

  static func json(_ text: String, status: Int = 200) -> OutgoingResponse {
    OutgoingResponse(status: status, body: Data(text.utf8))
  }

  /// The known key, endorsed for Teams and Web Chat.
  static func key(_ issuer: TokenIssuer = .known) throws -> String {
    try issuer.jwk(#","x5t":"x","x5c":["MII"],"endorsements":["msteams","webchat"]"#)
  }

  /// The platform as it is in use.
  static func platform(_ fetcher: any Fetcher, options: [String: String] = [:]) throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "clinic", kind: "botframework", options: ["app_id": appID].merging(options) { $1 },
      secrets: ["app_password": Secret("p&ss=word")])
    return try PlatformRegistry.make(
      settings, environment: PlatformEnvironment(fetcher: fetcher, random: SampleSettings.random))
  }

  /// The status of the refusal, or nil where a request is accepted.
  static func status(_ request: WebhookRequest, of platform: any ChatPlatform, at now: Date = now) async -> Int? {
    do throws(WebhookRefusal) {
      try await platform.verify(request, at: now)
      return nil
    } catch { return error.status.code }
  }
}
