/// What an event is answered with at once.
enum GoogleChatReply {
  /// An add-on's answer: https://developers.google.com/workspace/add-ons/chat/send-messages
  private struct AddOn: Encodable {
    let hostAppDataAction: Host

    struct Host: Encodable { let chatDataAction: Chat }
    struct Chat: Encodable { let createMessageAction: Create }
    struct Create: Encodable { let message: GoogleChatMessage }
  }

  /// A message in the shape that the event's own shape asks for; nil where it cannot be written.
  static func message(_ message: GoogleChatMessage, asAddOn: Bool) -> WebhookResponse? {
    let wrapped = AddOn(hostAppDataAction: .init(chatDataAction: .init(createMessageAction: .init(message: message))))
    let body = asAddOn ? try? JSONBody.encode(wrapped) : try? JSONBody.encode(message)
    return body.map { .json($0) }
  }
}
