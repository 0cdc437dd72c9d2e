/// A message in a channel: the parts of a Bot Framework activity that matter here.
///
/// https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook
struct TeamsActivity: Codable {
  let type: String
  let id: String?
  let text: String?
  let from: Account?
  let conversation: Conversation?

  /// Who wrote it.
  struct Account: Codable {
    let id: String?
    var role: String?
  }

  /// The channel, with the message that the thread began with.
  struct Conversation: Codable { let id: String? }
}
