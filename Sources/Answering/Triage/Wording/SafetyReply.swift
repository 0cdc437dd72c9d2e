/// The fixed reply of a class that takes over.
public struct SafetyReply: Sendable, Equatable, Codable {
  /// Unique name.
  public let id: String
  /// The class it answers.
  public let safetyClass: SafetyClass
  /// Which situation of the class it is for; `nil` for the general one.
  public let situation: String?
  /// The words, with `{emergency}`, `{crisis}` and `{poison}` for contacts; paragraphs are parted by an empty line.
  public let text: String
  /// What the reply must contain, by name, each with the words that do it: the S1 list for crisis replies.
  public let points: [String: String]
  /// Ids of the sources it rests on.
  public let sources: [String]

  /// Makes a reply from its parts.
  public init(
    id: String, safetyClass: SafetyClass, situation: String?, text: String, points: [String: String], sources: [String]
  ) {
    self.id = id
    self.safetyClass = safetyClass
    self.situation = situation
    self.text = text
    self.points = points
    self.sources = sources
  }
}
