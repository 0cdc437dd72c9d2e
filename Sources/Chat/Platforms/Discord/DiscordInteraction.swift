/// What Discord posts: https://docs.discord.com/developers/interactions/receiving-and-responding
struct DiscordInteraction: Codable {
  /// What somebody did.
  enum Kind: Int {
    case ping = 1
    case command = 2
    case component = 3
    case autocomplete = 4
    case modal = 5
  }

  let id: String
  let type: Int
  var application: String?
  var token: String?
  var guild: String?
  var channel: String?
  /// In a server; elsewhere there is only a user.
  var member: Member?
  var user: User?
  var data: Payload?
  /// The message with the button.
  var message: Message?

  private enum CodingKeys: String, CodingKey {
    case id, type, token, member, user, data, message
    case application = "application_id"
    case guild = "guild_id"
    case channel = "channel_id"
  }

  /// A member of a server.
  struct Member: Codable { var user: User? }
  /// A person.
  struct User: Codable { let id: String }
  /// A message of ours.
  struct Message: Codable { var components: [DiscordComponent]? }

  /// The command with its options, or the button.
  struct Payload: Codable {
    var name: String?
    var options: [DiscordOption]?
    var button: String?

    private enum CodingKeys: String, CodingKey {
      case name, options
      case button = "custom_id"
    }
  }

  /// Who did it.
  var person: String? { member?.user?.id ?? user?.id }
}
