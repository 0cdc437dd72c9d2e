/// What Google Chat posts, as far as it is read, in both of its shapes:
/// https://developers.google.com/workspace/chat/api/reference/rest/v1/Event for apps by the Chat API, and
/// https://developers.google.com/workspace/add-ons/concepts/event-objects#chat-event-object for those that are add-ons.
struct GoogleChatEvent: Codable {
  var type: String?
  var eventTime: String?
  var message: Message?
  var user: User?
  var space: Space?
  var action: Action?
  var common: Common?
  /// An add-on's event.
  var chat: AddOn?
  var commonEventObject: Common?

  /// A message, with the bot's mention and without.
  struct Message: Codable {
    let name: String
    var text: String?
    /// The text without mentions of the bot and without the name of the command.
    var argumentText: String?
    var thread: Thread?
    var slashCommand: Nothing?
  }

  /// Of what only is asked whether it is there.
  struct Nothing: Codable {}

  /// A thread.
  struct Thread: Codable { let name: String }

  /// A person or a bot.
  struct User: Codable {
    let name: String
    var type: String?
  }

  /// A space; one of two people is a "DM", or a "DIRECT_MESSAGE" in newer words.
  struct Space: Codable {
    let name: String
    var type: String?
    var spaceType: String?

    /// True for a conversation of two.
    var isDirect: Bool { type == "DM" || spaceType == "DIRECT_MESSAGE" }
  }

  /// A pressed button with its parameters as a list.
  struct Action: Codable {
    var parameters: [Parameter]?

    /// A parameter.
    struct Parameter: Codable {
      let key: String
      let value: String
    }
  }

  /// A pressed button with its parameters by key.
  struct Common: Codable { var parameters: [String: String]? }

  /// What an add-on's event wraps: one of the payloads is there.
  struct AddOn: Codable {
    var user: User?
    var eventTime: String?
    var messagePayload: Payload?
    var appCommandPayload: Payload?
    var buttonClickedPayload: Payload?
    var addedToSpacePayload: Payload?
  }

  /// What happened, and where.
  struct Payload: Codable {
    var space: Space?
    var message: Message?
    /// True where a form is waited for, of which there are none.
    var isDialogEvent: Bool?
  }
}
