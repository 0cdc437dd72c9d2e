public import Foundation

/// What a conversation remembers between two questions: ids and flags, never text.
///
/// The caller keeps it, one for each user in a thread of a channel of a bot, and runs one question of a conversation at a time.
public struct ConversationState: Sendable, Codable, Hashable {
  /// Grows when the form changes; a state of another version means nothing.
  public var version: Int
  /// Subject of the last question that had one.
  public var subject: String?
  /// Sections of the last answer, best first.
  public var sections: [String]
  /// Aspect of the last question, answered or not; what "and AML?" asks about.
  public var aspect: String?
  /// Sections on offer, in the order shown, that "2" or "the second one" picks from.
  public var choices: [String]
  /// True where the choices are the readings of a clarify, so that a bare word can pick one.
  public var isClarifying: Bool
  /// Notices already shown.
  public var noticesShown: Set<String>
  /// What the person has said about themselves that safety needs.
  public var flags: ContextFlags
  /// Digest of the knowledge that the ids belong to.
  public var digest: String
  /// When the last question came.
  public var lastUse: Date

  /// The form's version.
  public static let currentVersion = 1
  /// After this many seconds without a question a state means nothing, unless the responder is given another limit.
  public static let defaultIdleLimit: TimeInterval = 30 * 60

  /// The state before the first question.
  public static func fresh(digest: String, at now: Date) -> ConversationState {
    ConversationState(
      version: currentVersion, subject: nil, sections: [], aspect: nil, choices: [], isClarifying: false,
      noticesShown: [],
      flags: ContextFlags(), digest: digest, lastUse: now)
  }

  /// This state, or a fresh one where it is of another version or of other knowledge, or idle for `idleLimit` seconds or more.
  func current(digest: String, at now: Date, idleLimit: TimeInterval = defaultIdleLimit) -> ConversationState {
    isCurrent(digest: digest, at: now, idleLimit: idleLimit) ? self : .fresh(digest: digest, at: now)
  }

  /// False where the state means nothing any more: of another version or of other knowledge, or idle for too long.
  package func isCurrent(digest: String, at now: Date, idleLimit: TimeInterval = defaultIdleLimit) -> Bool {
    let isUsable = version == Self.currentVersion && self.digest == digest
    return isUsable && now.timeIntervalSince(lastUse) < idleLimit
  }

  /// This state, used last at another time.
  package func used(at now: Date) -> ConversationState {
    var state = self
    state.lastUse = now
    return state
  }
}
