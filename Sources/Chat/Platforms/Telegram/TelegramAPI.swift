internal import Foundation

/// Where and how messages are posted. The token stands in the URL, which is why no URL is ever printed.
struct TelegramAPI: Sendable {
  /// The Bot API's base URL.
  static let standard = "https://api.telegram.org"

  /// The base URL in use.
  let base: String
  /// The bot's token.
  let token: Secret

  /// The post of a message.
  func send(
    _ content: TelegramContent, to destination: Destination, isFirst: Bool
  ) throws(OutgoingFailure) -> OutgoingRequest {
    guard let chat = destination["chat"].flatMap(Int64.init) else { throw .unusable("the chat is missing") }
    let quoted = isFirst ? destination["message"].flatMap(Int64.init) : nil
    let post = TelegramPost(
      chat: chat, topic: destination["topic"].flatMap(Int64.init), text: content.text,
      parseMode: content.isMarkup ? "HTML" : nil, keyboard: content.keyboard,
      reply: quoted.map { TelegramPost.Reply(message: $0) })
    return try request("sendMessage", post)
  }

  /// Takes the waiting sign off a pressed button.
  func answer(press id: String) throws(OutgoingFailure) -> OutgoingRequest {
    try request("answerCallbackQuery", ["callback_query_id": id])
  }

  private func request(_ method: String, _ body: some Encodable) throws(OutgoingFailure) -> OutgoingRequest {
    guard let json = try? JSONBody.encode(body) else { throw .unusable("the message cannot be written") }
    return OutgoingRequest(json: json, to: "\(base)/bot\(token.value)/\(method)")
  }
}
