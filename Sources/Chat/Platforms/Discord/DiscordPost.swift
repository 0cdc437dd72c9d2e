/// A message as Discord takes it, in a response or in a post: https://docs.discord.com/developers/resources/message
struct DiscordPost: Encodable {
  private static let suppressesEmbeds = 4
  private static let isEphemeral = 64

  let content: String
  let components: [DiscordComponent]?
  let flags: Int
  let mentions = Mentions()

  private enum CodingKeys: String, CodingKey {
    case content, components, flags
    case mentions = "allowed_mentions"
  }

  /// Whom the message may reach by a mention: nobody.
  struct Mentions: Encodable { let parse: [String] = [] }

  /// The post of a message; `isPrivate` where only who asked may see it.
  init(_ content: DiscordContent, isPrivate: Bool) {
    self.content = content.content
    components = content.components
    flags = Self.suppressesEmbeds | (isPrivate ? Self.isEphemeral : 0)
  }
}
