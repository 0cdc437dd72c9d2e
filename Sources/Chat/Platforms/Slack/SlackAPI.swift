internal import Foundation

/// Where and how messages are posted.
struct SlackAPI: Sendable {
  /// The Web API's base URL.
  static let standard = "https://slack.com/api"

  /// The base URL in use.
  let base: String
  /// The bot's token.
  let token: Secret
  /// Who sees an answer to a slash command.
  let commandReply: String

  /// The post of a message: to the Web API with the token, or to a response URL, which needs none.
  func request(_ message: SlackMessage, to destination: Destination) throws(OutgoingFailure) -> OutgoingRequest {
    if let url = destination["response_url"] {
      guard isOwn(url) else { throw .unusable("the response URL is not Slack's") }
      return OutgoingRequest(json: try body(message, responseType: commandReply), to: url, charset: true)
    }
    let body = try body(message, channel: destination["channel"], thread: destination["thread"])
    return OutgoingRequest(json: body, to: base + "/chat.postMessage", bearer: token, charset: true)
  }

  /// True for https at Slack's host for responses; and for the configured server, where that is another than Slack's.
  private func isOwn(_ url: String) -> Bool {
    guard let parts = URLComponents(string: url), parts.user == nil, parts.password == nil else { return false }
    if parts.scheme == "https", parts.host == "hooks.slack.com", parts.port == nil || parts.port == 443 { return true }
    guard base != Self.standard, let own = URLComponents(string: base) else { return false }
    return parts.scheme == own.scheme && parts.host == own.host && parts.port == own.port
  }

  private func body(
    _ message: SlackMessage, channel: String? = nil, thread: String? = nil, responseType: String? = nil
  ) throws(OutgoingFailure) -> Data {
    let post = SlackPost(
      text: message.text, blocks: message.blocks, channel: channel, thread: thread, responseType: responseType,
      replacesOriginal: responseType == nil ? nil : false)
    guard let body = try? JSONBody.encode(post) else { throw .unusable("the message cannot be written") }
    return body
  }
}
