package import Foundation

/// One question that somebody asked on a platform.
package struct InboundEvent: Sendable {
  /// The message's identity: the same for every copy that the platform sends of it, whatever event id the copy bears.
  package let id: String
  /// The question as its author meant it: escapes undone, the bot's own mention taken off. For a pressed button, the text
  /// that the offer stands for.
  package let text: String
  /// Bot, channel, thread and user in one string: what has its own conversation state. Kept as a keyed hash only.
  package let conversation: String
  /// The author's id on the platform. Kept as a keyed hash only.
  package let user: String
  /// Where the answer goes.
  package let destination: Destination
  /// How the answer goes there.
  package let answers: AnswerTime
  /// When the platform stops taking the answer; nil where it does not say.
  package let replyBy: Date?
  /// When it was asked, where the platform says so; nil where the time of arrival is as good. A platform that was down, or found
  /// us down, may bring a question hours later.
  package let askedAt: Date?
  /// True where what was said in the conversation so far is to be forgotten before this is answered.
  package let startsAfresh: Bool

  /// An event of these parts.
  package init(
    id: String, text: String, conversation: String, user: String, destination: Destination,
    answers: AnswerTime = .later, replyBy: Date? = nil, askedAt: Date? = nil, startsAfresh: Bool = false
  ) {
    self.id = id
    self.text = text
    self.conversation = conversation
    self.user = user
    self.destination = destination
    self.answers = answers
    self.replyBy = replyBy
    self.askedAt = askedAt
    self.startsAfresh = startsAfresh
  }
}

extension InboundEvent: CustomStringConvertible, CustomReflectable {
  /// A placeholder: who asked what is private.
  package var description: String { "<inbound event>" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
