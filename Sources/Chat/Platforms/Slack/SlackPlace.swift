internal import Foundation

/// Where in Slack a question was asked, and by whom.
struct SlackPlace {
  let platform: String
  let team: String
  let channel: String
  let thread: String?
  let user: String
  /// Where alone the answer can go; nil for the Web API.
  var responseURL: String?

  /// The question as the one event of a request. `id` is made unique by the team.
  func events(id: [String], text: String, replyBy: Date? = nil) -> Inbound {
    var fields = ["channel": channel]
    fields["thread"] = thread
    fields["response_url"] = responseURL
    let event = InboundEvent(
      id: ([team] + id).joined(separator: ":"), text: text,
      conversation: [platform, team, channel, thread ?? "", user].joined(separator: "\n"), user: user,
      destination: Destination(lane: "\(team):\(channel)", fields: fields), replyBy: replyBy)
    return .events([event], acknowledgement: .empty)
  }
}
