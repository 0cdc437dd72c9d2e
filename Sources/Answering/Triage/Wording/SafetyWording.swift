/// Everything the safety layer says: policies, fixed replies, notices and contacts.
public struct SafetyWording: Sendable, Equatable, Codable {
  /// What happens when a class fires, one for each class.
  public let policies: [SafetyClassPolicy]
  /// The fixed replies.
  public let replies: [SafetyReply]
  /// The notices.
  public let notices: [SafetyNotice]
  /// The contacts.
  public let contacts: ContactTable
  /// The guidelines and pages that all of it rests on.
  public let sources: [SafetySource]

  /// Makes a wording from its parts.
  public init(
    policies: [SafetyClassPolicy], replies: [SafetyReply], notices: [SafetyNotice], contacts: ContactTable,
    sources: [SafetySource] = []
  ) {
    self.policies = policies
    self.replies = replies
    self.notices = notices
    self.contacts = contacts
    self.sources = sources
  }

  /// What happens when a class fires.
  public func policy(for safetyClass: SafetyClass) -> SafetyClassPolicy? {
    policies.first { $0.safetyClass == safetyClass }
  }

  /// The fixed reply for a result, `nil` when no class that takes over fired.
  ///
  /// The first finding of the main class that has a situation chooses the reply. An emergency or a fever without one
  /// takes the transplant reply after a transplant.
  public func reply(for result: TriageResult, remembering flags: ContextFlags) -> SafetyReply? {
    guard let main = result.main, let policy = policy(for: main), policy.takesOver else { return nil }
    let situations = result.findings.filter { $0.safetyClass == main }.compactMap(\.situation)
    let afterTransplant = flags.union(result.flags).afterTransplant
    let situation = situations.first ?? (afterTransplant ? "transplant" : nil)
    let id = situation.flatMap { policy.situations[$0] } ?? policy.reply
    return replies.first { $0.id == id }
  }

  /// A notice by name.
  public func notice(_ id: String) -> SafetyNotice? {
    notices.first { $0.id == id }
  }

  /// Text with its contacts filled in.
  ///
  /// - Parameters:
  ///   - text: A reply or notice with placeholders.
  ///   - region: The configured region's id; `nil` prints the US, UK, EU and generic contacts.
  public func rendered(_ text: String, region: String?) -> String {
    var rendered = text
    for kind in ContactKind.allCases {
      rendered = rendered.replacing(kind.placeholder, by: contacts.words(for: kind, region: region))
    }
    return rendered
  }
}

extension String {
  /// The text with every occurrence of one string replaced.
  func replacing(_ part: String, by other: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      result += rest[..<range.lowerBound]
      result += other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
