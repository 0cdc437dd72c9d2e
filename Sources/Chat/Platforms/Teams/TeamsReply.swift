internal import Foundation

/// What Teams is answered with: a message, which it shows below the question. Without one it shows an error.
struct TeamsReply: Encodable {
  /// To a mention without a question.
  static let hint = WebhookResponse.json(
    #"{"text":"Write your question behind my name.","textFormat":"plain","type":"message"}"#)
  /// To a copy of a question.
  static let repeated = WebhookResponse.json(
    #"{"text":"This is answered already.","textFormat":"plain","type":"message"}"#)
  /// To what is no message, of which nothing is shown.
  static let silence = WebhookResponse.json("{}")

  let type = "message"
  let textFormat = "markdown"
  let text: String

  /// A message; nil where it cannot be written.
  var response: WebhookResponse? { (try? JSONBody.encode(self)).map { WebhookResponse.json($0) } }
}
