/// Something people ask that the documents do not say: its name, what to answer and what to offer instead.
public struct Gap: Sendable, Codable, Equatable, Identifiable {
  /// Name of its file without the ending, for instance `survival-figures`.
  public let id: String
  /// A noun phrase that fits after "The documents do not cover".
  public let title: String
  /// Subject it belongs to, where it belongs to one only.
  public let subject: String?
  /// Aspect it is the hole of, where another document of the same kind has that aspect.
  public let aspect: String?
  /// The reply, one or two sentences.
  public let reply: String
  /// Sections that come nearest, best first.
  public let offer: [String]

  /// A gap as its file states it.
  public init(id: String, title: String, subject: String?, aspect: String?, reply: String, offer: [String]) {
    self.id = id
    self.title = title
    self.subject = subject
    self.aspect = aspect
    self.reply = reply
    self.offer = offer
  }
}
