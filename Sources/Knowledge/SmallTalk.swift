/// One kind of small talk and the fixed reply to it.
public struct SmallTalk: Sendable, Codable, Equatable, Identifiable {
  /// Kind, for instance `greeting` or `thanks`.
  public let id: String
  /// The reply, one or two sentences.
  public let reply: String

  /// A kind with its reply.
  public init(id: String, reply: String) {
    self.id = id
    self.reply = reply
  }
}
