/// What happens when a class fires.
public struct SafetyClassPolicy: Sendable, Equatable, Codable {
  /// The class.
  public let safetyClass: SafetyClass
  /// What it is about, for the reviewer.
  public let about: String
  /// Whether a fixed reply stands alone; otherwise the notice comes first and a section informs.
  public let takesOver: Bool
  /// The general fixed reply; takeover classes only.
  public let reply: String?
  /// Fixed replies by situation; takeover classes only.
  public let situations: [String: String]
  /// The notice; other classes only.
  public let notice: String?
  /// Section ids that inform, by subject; a subject that is missing has none.
  public let inform: [String: [String]]
  /// Ids of the sources it rests on.
  public let sources: [String]

  /// Makes a policy from its parts.
  public init(
    safetyClass: SafetyClass, about: String, takesOver: Bool, reply: String?, situations: [String: String],
    notice: String?, inform: [String: [String]], sources: [String]
  ) {
    self.safetyClass = safetyClass
    self.about = about
    self.takesOver = takesOver
    self.reply = reply
    self.situations = situations
    self.notice = notice
    self.inform = inform
    self.sources = sources
  }
}
