import Chat
import Foundation
import Testing

/// What the conformance suite must know of a platform to read what it renders by the platform's own rules.
struct PlatformFacts: Sendable {
  /// A text that a reader sees in one piece, as it is sent.
  struct Shown: Sendable {
    /// As sent, mark-up and escapes included.
    let text: String
    /// The platform's limit for it, in `unit`.
    let limit: Int
    /// What the limit counts.
    let unit: TextUnit
  }

  /// The platform.
  let type: any ChatPlatform.Type
  /// The headers that hold credentials or are signed: none may change.
  let signedHeaders: [String]
  /// True where the signature covers the body.
  let signsBody: Bool
  /// True where a signed time limits a request's age.
  let limitsAge: Bool
  /// The platform's response to a message that it took.
  let delivered: OutgoingResponse
  /// The texts of a message, in reading order, without buttons.
  let shown: @Sendable (ChatMessage) throws -> [Shown]
  /// The values of a message's buttons; nil where the platform has none and offers are numbered text.
  let buttons: (@Sendable (ChatMessage) throws -> [String])?
  /// What a reader sees of a text: escapes undone, as the platform's own parser does.
  let read: @Sendable (String) -> String
  /// Whether the platform's parser would find an active mark or a mention in a text.
  let isActive: @Sendable (String) -> Bool
  /// The key of the secret that stands in the body of a request and is all that tells whose it is; nil where a header does.
  var bodyToken: String? = nil
  /// What of a body is signed: two bodies that are alike in it are the same message, differently spelled.
  var signed: @Sendable (Data) -> Data = { $0 }
  /// True where a response with one message is all that can be said: nothing is sent, and what is too long is cut.
  var onlyResponds = false

  /// The token of `bodyToken` in the sample's settings.
  var token: String? { bodyToken.flatMap { SampleSettings.settings(type).secrets[$0]?.value } }

  /// Every registered platform's.
  static let all: [PlatformFacts] = [
    .generic, .slack, .telegram, .discord, .matrix,
    .mattermost, .zulip, .rocketChat, .line,
    .twilio, .whatsApp, .messenger, .teams, .botFramework, .googleChat,
  ]

  /// Those of a kind.
  static func of(_ kind: String) throws -> PlatformFacts {
    try #require(all.first { $0.type.kind == kind }, "no facts for the platform \(kind)")
  }
}
