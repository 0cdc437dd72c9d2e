internal import Foundation

/// A message as the Connector service takes it, and where it goes:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-send-and-receive-messages
struct BotFrameworkReply: Encodable {
  private let type = "message"
  private let textFormat = "plain"
  private let from: BotFrameworkActivity.Account
  private let recipient: BotFrameworkActivity.Account
  private let conversation: BotFrameworkActivity.Conversation
  private let replyToId: String
  private let text: String
  private let attachments: [BotFrameworkContent.Attachment]?

  /// The post of a message, without the access token.
  static func request(
    _ content: BotFrameworkContent, to place: Destination, bearer: Secret?
  ) throws(OutgoingFailure) -> OutgoingRequest {
    guard let service = place["service"], isService(service), let conversation = place["conversation"],
      let activity = place["activity"], let bot = place["bot"], let user = place["user"]
    else { throw .unusable("the address is missing or malformed") }
    let reply = BotFrameworkReply(
      from: BotFrameworkActivity.Account(id: bot), recipient: BotFrameworkActivity.Account(id: user),
      conversation: BotFrameworkActivity.Conversation(id: conversation), replyToId: activity, text: content.text,
      attachments: content.attachments)
    guard let body = try? JSONBody.encode(reply), let room = part(conversation), let message = part(activity) else {
      throw .unusable("the message cannot be written")
    }
    let base = service.hasSuffix("/") ? String(service.dropLast()) : service
    return OutgoingRequest(
      json: body, to: "\(base)/v3/conversations/\(room)/activities/\(message)", bearer: bearer)
  }

  /// True for a base URL that paths can be put behind.
  static func isService(_ url: String) -> Bool {
    guard let parts = URLComponents(string: url), ["https", "http"].contains(parts.scheme) else { return false }
    return parts.host?.isEmpty == false && parts.user == nil && parts.query == nil && parts.fragment == nil
  }

  /// An id as one part of a path; nil for one that no path can hold.
  private static func part(_ id: String) -> String? {
    guard !id.isEmpty, id != ".", id != ".." else { return nil }
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
    return id.addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: plain))
  }
}
