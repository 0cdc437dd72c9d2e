/// A message with its address, as `chat.postMessage` and response URLs take it.
struct SlackPost: Encodable {
  let text: String
  let blocks: [SlackBlock]?
  let channel: String?
  let thread: String?
  let responseType: String?
  let replacesOriginal: Bool?
  let unfurlsLinks = false
  let unfurlsMedia = false

  private enum CodingKeys: String, CodingKey {
    case text, blocks, channel
    case thread = "thread_ts"
    case responseType = "response_type"
    case replacesOriginal = "replace_original"
    case unfurlsLinks = "unfurl_links"
    case unfurlsMedia = "unfurl_media"
  }
}
