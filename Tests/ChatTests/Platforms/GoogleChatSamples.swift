import Chat
import Foundation
import HTTPTypes

/// Events as Google's documentation shows them, and Google's servers.
enum GoogleChatSamples {
  static let endpoint = "https://bot.example.org/webhooks/gchat"
  static let project = "1234567890"
  static let chat = "chat@system.gserviceaccount.com"
  static let addOn = "service-1234567890@gcp-sa-gsuiteaddons.iam.gserviceaccount.com"
  static let now = Date(timeIntervalSince1970: 1_790_000_000)

  static let user =
    #"{"name":"users/12345678901234567890","displayName":"Anna","email":"anna@example.com","type":"HUMAN"}"#
  static let space = #"{"name":"spaces/AAAAAAAAAAA","type":"ROOM","spaceType":"SPACE","displayName":"Ward"}"#
  static let direct = #"{"name":"spaces/BBBBBBBBBBB","type":"DM","spaceType":"DIRECT_MESSAGE","singleUserBotDm":true}"#

  private static func quoted(_ text: String) -> String {
    (try? JSONBody.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// A message that mentions the app, as a resource.
  static func message(_ text: String, extra: String = "") -> String {
    """
    {"name":"spaces/AAAAAAAAAAA/messages/CCCCCCCCCCC.CCCCCCCCCCC","sender":\(user),"createTime":"2026-09-15T23:02:11.417535Z",\
    "text":\(quoted("@Marrow " + text)),"argumentText":\(quoted(" " + text)),\
    "annotations":[{"type":"USER_MENTION","startIndex":0,"length":7,"userMention":{"user":{"name":"users/9","type":"BOT"},"type":"MENTION"}}],\
    "thread":{"name":"spaces/AAAAAAAAAAA/threads/DDDDDDDDDDD"},"space":\(space)\(extra)}
    """
  }

  /// An event of the Chat API.
  static func event(_ type: String, _ rest: String = "", space: String = space) -> String {
    #"{"type":"\#(type)","eventTime":"2026-09-15T23:02:11.417535Z","user":\#(user),"space":\#(space)\#(rest)}"#
  }

  /// A question in a space.
  static func ask(_ question: String) -> String { event("MESSAGE", #","message":\#(message(question))"#) }

  /// An add-on's event; `payload` is one of its payloads by name.
  static func addOn(_ payload: String, parameters: String = "{}") -> String {
    """
    {"commonEventObject":{"userLocale":"en","hostApp":"CHAT","platform":"WEB","parameters":\(parameters)},\
    "authorizationEventObject":{"systemIdToken":"x"},\
    "chat":{"user":\(user),"eventTime":"2026-09-15T23:02:11.417535Z",\(payload)}}
    """
  }

  /// Claims of a token for the endpoint's URL.
  static func claims(_ changes: [String: Any?] = [:]) -> [String: Any] {
    var claims: [String: Any] = [
      "iss": "https://accounts.google.com", "aud": endpoint, "azp": "1", "email": chat, "email_verified": true,
      "sub": "1",
      "iat": 1_790_000_000, "exp": 1_790_003_600,
    ]
    for (claim, value) in changes { claims[claim] = value }
    return claims
  }

  /// A request with this body and token.
  static func request(_ body: String, token: String? = nil) -> WebhookRequest {
    var request = WebhookRequest(headers: [.contentType: "application/json"], body: Data(body.utf8), receivedAt: now)
    if let token { request.headers[.authorization] = "Bearer " + token }
    return request
  }

  /// Google's servers: its own keys, those of Google Chat, and access tokens.
  static let google: GatedFetcher.Answer = { request in
    switch request.url {
    case "https://www.googleapis.com/oauth2/v3/certs":
      BotFrameworkSamples.json(#"{"keys":[\#((try? TokenIssuer.known.jwk(#","alg":"RS256""#)) ?? "")]}"#)
    case "https://www.googleapis.com/service_accounts/v1/jwk/chat@system.gserviceaccount.com":
      BotFrameworkSamples.json(#"{"keys":[\#((try? TokenIssuer.later.jwk()) ?? "")]}"#)
    case "https://oauth2.googleapis.com/token":
      BotFrameworkSamples.json(#"{"access_token":"ya29.a","expires_in":3599,"token_type":"Bearer"}"#)
    default: nil
    }
  }

  /// The key of the service account.
  static var account: Secret {
    let fields = [
      "type": "service_account", "client_email": "marrow@clinic.iam.gserviceaccount.com", "private_key_id": "abc",
      "private_key": TokenIssuer.known.pem, "token_uri": "https://evil.example/token",
    ]
    return Secret((try? JSONBody.encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? "")
  }

  /// The platform as it is in use.
  static func platform(
    _ fetcher: any Fetcher = GatedFetcher(google), options: [String: String] = [:], publicURL: String? = endpoint
  ) throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "gchat", kind: "googlechat", options: options, secrets: ["service_account": account], publicURL: publicURL)
    return try PlatformRegistry.make(
      settings, environment: PlatformEnvironment(fetcher: fetcher, random: SampleSettings.random))
  }
}
