/// The parameters of `sendMessage`: https://core.telegram.org/bots/api#sendmessage
struct TelegramPost: Encodable {
  let chat: Int64
  let topic: Int64?
  let text: String
  let parseMode: String?
  let keyboard: TelegramKeyboard?
  let reply: Reply?
  let preview = Preview()

  private enum CodingKeys: String, CodingKey {
    case text
    case chat = "chat_id"
    case topic = "message_thread_id"
    case parseMode = "parse_mode"
    case keyboard = "reply_markup"
    case reply = "reply_parameters"
    case preview = "link_preview_options"
  }

  /// The message that is quoted; one that is gone by now does not keep the answer back.
  struct Reply: Encodable {
    let message: Int64
    let allowsWithout = true

    private enum CodingKeys: String, CodingKey {
      case message = "message_id"
      case allowsWithout = "allow_sending_without_reply"
    }
  }

  /// No picture of what a link leads to.
  struct Preview: Encodable {
    let isDisabled = true

    private enum CodingKeys: String, CodingKey { case isDisabled = "is_disabled" }
  }
}
