/// What the Bot Framework posts, as far as it is read:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object
struct BotFrameworkActivity: Codable {
  let type: String
  var id: String?
  /// The kind of channel, such as "msteams".
  var channel: String?
  /// Where replies go; the token binds it.
  var service: String?
  var from: Account?
  /// The bot.
  var recipient: Account?
  var conversation: Conversation?
  var text: String?
  /// "plain", "markdown" or "xml".
  var textFormat: String?
  var entities: [Entity]?
  /// Who has come, the bot among them where it is the bot that was added.
  var membersAdded: [Account]?

  private enum CodingKeys: String, CodingKey {
    case type, id, from, recipient, conversation, text, textFormat, entities, membersAdded
    case channel = "channelId"
    case service = "serviceUrl"
  }

  /// A person or a bot.
  struct Account: Codable {
    var id: String?
    /// "user" or "bot", where the channel says.
    var role: String?
  }

  /// A conversation of two or of many.
  struct Conversation: Codable {
    let id: String
    var isGroup: Bool?
  }

  /// What a part of the text is; of the many kinds only mentions are read.
  struct Entity: Codable {
    var type: String?
    var mentioned: Account?
    /// The mention as it stands in the text.
    var text: String?

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      type = try? fields.decode(String.self, forKey: .type)
      // Entities of other kinds have fields of these names, of other types.
      mentioned = try? fields.decode(Account.self, forKey: .mentioned)
      text = try? fields.decode(String.self, forKey: .text)
    }
  }
}
