/// An answer to a slash command, at its response URL.
struct MattermostReply: Encodable {
  let text: String
  let responseType: String
  /// Keeps the server from making links of `<...|...>`.
  let skipsParsing = true

  private enum CodingKeys: String, CodingKey {
    case text
    case responseType = "response_type"
    case skipsParsing = "skip_slack_parsing"
  }
}
