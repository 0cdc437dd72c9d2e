/// A message without its address: what is stored.
struct BotFrameworkContent: Codable {
  /// Buttons under a message: Teams shows six of a card.
  static let buttonLimit = 6
  /// UTF-16 units of a button's label, which channels cut at lengths of their own.
  private static let labelLimit = 80

  var text: String
  var attachments: [Attachment]?

  /// A card: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-add-rich-cards
  struct Attachment: Codable {
    var contentType = "application/vnd.microsoft.card.hero"
    let content: Card
  }

  /// What a card shows.
  struct Card: Codable { let buttons: [Button] }

  /// A button that says its value in the reader's name.
  struct Button: Codable {
    var type = "imBack"
    let title: String
    let value: String
  }

  /// These words, and a card with a button for each offer.
  init(_ words: String, _ offers: [String]) {
    text = words
    let buttons = offers.map { offer in
      let title = offer.withoutControls
      return Button(title: TextSplitter.shortened(title, to: Self.labelLimit, unit: .utf16), value: title)
    }
    attachments = buttons.isEmpty ? nil : [Attachment(content: Card(buttons: buttons))]
  }
}
