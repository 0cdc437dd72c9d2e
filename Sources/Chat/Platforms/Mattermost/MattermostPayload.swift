/// What an outgoing webhook (as JSON or as a form) or a slash command (as a form) posts.
package struct MattermostPayload: Codable, Sendable {
  let token: String
  let channel: String
  let user: String
  var userName: String?
  var text: String?
  /// Of a webhook: the post, and the word at its beginning that called for the webhook.
  var post: String?
  var triggerWord: String?
  /// Of a command.
  var command: String?
  var trigger: String?
  var responseURL: String?

  private enum CodingKeys: String, CodingKey {
    case token, text, command
    case channel = "channel_id"
    case user = "user_id"
    case userName = "user_name"
    case post = "post_id"
    case triggerWord = "trigger_word"
    case trigger = "trigger_id"
    case responseURL = "response_url"
  }

  /// The text without the word that called for the webhook.
  var question: String? { QuestionText.read(text, behind: triggerWord) }
}
