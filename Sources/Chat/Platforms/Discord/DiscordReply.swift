internal import Foundation

/// What an interaction is answered with at once.
enum DiscordReply {
  /// To a ping.
  static let pong = WebhookResponse.json(#"{"type":1}"#)
  /// To an interaction of which nothing is to be seen.
  static let silence = WebhookResponse.json(#"{"type":6}"#)
  /// To a request for completions: there are none.
  static let noChoices = WebhookResponse.json(#"{"data":{"choices":[]},"type":8}"#)
  /// To a question whose answer is on its way: "thinking", for who asked only.
  static let later = WebhookResponse.json(#"{"data":{"flags":64},"type":5}"#)
  /// To a command without a question, for who gave it only.
  static let hint = WebhookResponse.json(
    #"{"data":{"allowed_mentions":{"parse":[]},"content":"Write your question after the command.","flags":64},"type":4}"#
  )

  private struct Message: Encodable {
    let type = 4
    let data: DiscordPost
  }

  /// A message; nil where it cannot be written.
  static func message(_ post: DiscordPost) -> WebhookResponse? {
    (try? JSONBody.encode(Message(data: post))).map { WebhookResponse.json($0) }
  }
}
