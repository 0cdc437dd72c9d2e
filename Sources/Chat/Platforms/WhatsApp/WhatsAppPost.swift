/// A message to a person; stored without him: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
struct WhatsAppPost: Codable {
  var product = "whatsapp"
  var recipientType = "individual"
  /// A telephone number, or else a person's id for this business.
  var to: String?
  var recipient: String?
  let type: String
  var text: Text?
  var interactive: Interactive?
  var context: Context?

  private enum CodingKeys: String, CodingKey {
    case to, recipient, type, text, interactive, context
    case product = "messaging_product"
    case recipientType = "recipient_type"
  }

  struct Text: Codable {
    var body: String
    var previews = false

    private enum CodingKeys: String, CodingKey {
      case body
      case previews = "preview_url"
    }
  }

  /// The message that this one quotes.
  struct Context: Codable {
    let message: String

    private enum CodingKeys: String, CodingKey { case message = "message_id" }
  }

  struct Interactive: Codable {
    let type: String
    var body: Body
    let action: Action
  }

  struct Body: Codable { var text: String }

  struct Action: Codable {
    var buttons: [Button]?
    var button: String?
    var sections: [Section]?
  }

  struct Button: Codable {
    var type = "reply"
    let reply: Reply
  }

  struct Reply: Codable {
    let id: String
    let title: String
  }

  struct Section: Codable { let rows: [Row] }

  struct Row: Codable {
    let id: String
    let title: String
    let description: String?
  }

  /// Words alone.
  init(text: String) {
    type = "text"
    self.text = Text(body: text)
  }

  /// Words with offers below.
  init(text: String, kind: String, action: Action) {
    type = "interactive"
    interactive = Interactive(type: kind, body: Body(text: text), action: action)
  }

  /// Puts a note before all else.
  mutating func prepend(_ note: String) {
    text = text.map { Text(body: note + $0.body) }
    interactive = interactive.map {
      Interactive(type: $0.type, body: Body(text: note + $0.body.text), action: $0.action)
    }
  }
}
