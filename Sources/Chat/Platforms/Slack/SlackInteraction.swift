/// What a pressed button posts: the field `payload` of a form.
struct SlackInteraction: Decodable {
  let type: String
  let user: Named?
  let team: Named?
  let channel: Named?
  let container: Container?
  let message: Message?
  let actions: [Action]?
  let responseURL: String?

  private enum CodingKeys: String, CodingKey {
    case type, user, team, channel, container, message, actions
    case responseURL = "response_url"
  }

  /// Something with an id.
  struct Named: Decodable { let id: String? }

  /// Where the button stands.
  struct Container: Decodable {
    let timestamp: String?
    let isEphemeral: Bool?

    private enum CodingKeys: String, CodingKey {
      case timestamp = "message_ts"
      case isEphemeral = "is_ephemeral"
    }
  }

  /// The message with the button; absent where only one user sees it.
  struct Message: Decodable {
    let thread: String?

    private enum CodingKeys: String, CodingKey { case thread = "thread_ts" }
  }

  /// The button.
  struct Action: Decodable {
    let id: String?
    let value: String?
    let timestamp: String?

    private enum CodingKeys: String, CodingKey {
      case value
      case id = "action_id"
      case timestamp = "action_ts"
    }
  }
}
