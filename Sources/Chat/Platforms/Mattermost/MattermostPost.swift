/// A post by the REST API: https://developers.mattermost.com/api-documentation/#/operations/CreatePost
struct MattermostPost: Encodable {
  let channel: String
  let message: String
  /// The post below which it stands.
  let root: String?
  /// The server makes no second post of the same.
  let pending: String

  private enum CodingKeys: String, CodingKey {
    case message
    case channel = "channel_id"
    case root = "root_id"
    case pending = "pending_post_id"
  }
}
