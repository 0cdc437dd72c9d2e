import Chat
import Foundation
import HTTPTypes

/// Interactions as Discord's documentation shows them.
enum DiscordSamples {
  static let user = #"{"id":"53908232506183680","username":"anna","global_name":"Anna"}"#
  static let ping = #"{"id":"1","application_id":"2","type":1,"token":"t","version":1}"#

  /// An interaction of a kind, in a server or in a direct message.
  static func interaction(
    _ type: Int, data: String, id: String = "786008729715212338", isDirect: Bool = false, extra: String = ""
  ) -> String {
    let place =
      isDirect
      ? #""channel_id":"645027906669510668","user":\#(user)"#
      : #""channel_id":"645027906669510667","guild_id":"290926798626357999","member":{"user":\#(user),"roles":[],"permissions":"0"}"#
    return """
      {"id":"\(id)","application_id":"845027738276462632","type":\(type),"token":"A_UNIQUE_TOKEN-1","version":1,\
      "locale":"en-US",\(place),"data":\(data)\(extra)}
      """
  }

  /// `/ask` with this question.
  static func ask(_ question: String, isDirect: Bool = false) -> String {
    let value = (try? JSONBody.encode(question)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let data = #"{"id":"7","name":"ask","type":1,"options":[{"name":"question","type":3,"value":\#(value)}]}"#
    return interaction(2, data: data, isDirect: isDirect)
  }

  /// A pressed button; `label` is the one on it.
  static func press(_ id: String, label: String? = nil) -> String {
    let row = label.map {
      #","message":{"id":"8","components":[{"type":1,"components":[{"type":2,"style":2,"label":"\#($0)","custom_id":"\#(id)"}]}]}"#
    }
    return interaction(3, data: #"{"component_type":2,"custom_id":"\#(id)"}"#, extra: row ?? "")
  }

  /// A request with this body, not signed.
  static func request(_ body: String, at now: Date) -> WebhookRequest {
    WebhookRequest(headers: [.contentType: "application/json"], body: Data(body.utf8), receivedAt: now)
  }

  /// The platform with keys that are the same each time.
  static func platform(_ options: [String: String] = [:]) throws -> any ChatPlatform {
    var settings = SampleSettings.settings(DiscordPlatform.self)
    settings.options["api_url"] = nil
    settings.options.merge(options) { $1 }
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment(random: SampleSettings.random))
  }
}
