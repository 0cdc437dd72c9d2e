/// A message without its address, as it is stored and sent:
/// https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.messages
struct GoogleChatMessage: Codable {
  var text: String
  var cardsV2: [GoogleChatCard]?
  var thread: GoogleChatEvent.Thread?
}
