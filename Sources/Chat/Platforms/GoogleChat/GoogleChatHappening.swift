/// What happened in Google Chat, whichever shape it came in.
struct GoogleChatHappening {
  /// What somebody did.
  enum Kind { case message, command, press, addition }

  let kind: Kind
  let space: GoogleChatEvent.Space
  let user: GoogleChatEvent.User
  let message: GoogleChatEvent.Message?
  /// When, as Google writes it.
  let time: String
  /// What the pressed button asks.
  let offer: String?
  /// True where it is an add-on's event, whose response has another shape.
  let isAddOn: Bool

  /// What an event says; nil where it is of no use.
  static func read(_ event: GoogleChatEvent) -> GoogleChatHappening? {
    if let chat = event.chat {
      guard let (kind, payload) = payload(of: chat), payload.isDialogEvent != true,
        let space = payload.space, let user = chat.user ?? event.user
      else { return nil }
      return GoogleChatHappening(
        kind: kind, space: space, user: user, message: payload.message, time: chat.eventTime ?? "",
        offer: event.commonEventObject?.parameters?[GoogleChatCard.parameter], isAddOn: true)
    }
    guard let kind = kind(of: event.type), let space = event.space, let user = event.user else { return nil }
    let listed = event.action?.parameters?.first { $0.key == GoogleChatCard.parameter }?.value
    return GoogleChatHappening(
      kind: kind, space: space, user: user, message: event.message, time: event.eventTime ?? "",
      offer: listed ?? event.common?.parameters?[GoogleChatCard.parameter], isAddOn: false)
  }

  private static func kind(of type: String?) -> Kind? {
    switch type {
    case "MESSAGE": .message
    case "APP_COMMAND": .command
    case "CARD_CLICKED": .press
    case "ADDED_TO_SPACE": .addition
    default: nil
    }
  }

  private static func payload(of chat: GoogleChatEvent.AddOn) -> (Kind, GoogleChatEvent.Payload)? {
    if let payload = chat.messagePayload { return (.message, payload) }
    if let payload = chat.appCommandPayload { return (.command, payload) }
    if let payload = chat.buttonClickedPayload { return (.press, payload) }
    return chat.addedToSpacePayload.map { (.addition, $0) }
  }
}
