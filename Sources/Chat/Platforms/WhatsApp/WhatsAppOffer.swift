/// An offer as a button or as a row of a list. Its id says what it means, whatever has been said since.
struct WhatsAppOffer {
  /// Characters of a button's title, of a row's title, of a row's description and of an id.
  private static let buttonLimit = 20
  private static let titleLimit = 24
  private static let descriptionLimit = 72
  private static let idLimit = 200
  private static let buttonCount = 3
  private static let rowCount = 10

  let number: Int
  let title: String

  private var id: String { TextSplitter.shortened("\(number):\(title)", to: Self.idLimit, unit: .codePoints) }
  private var label: String { title.withoutControls }

  /// Three short titles are buttons, ten of any length a list; nil for none or more.
  static func action(for titles: [String]) -> (kind: String, action: WhatsAppPost.Action)? {
    guard (1...rowCount).contains(titles.count) else { return nil }
    let offers = titles.enumerated().map { WhatsAppOffer(number: $0 + 1, title: $1) }
    let areShort = titles.allSatisfy { TextUnit.codePoints.count($0) <= buttonLimit }
    // WhatsApp refuses buttons that look the same.
    if titles.count <= buttonCount, areShort, Set(titles).count == titles.count {
      return ("button", WhatsAppPost.Action(buttons: offers.map(\.button)))
    }
    return ("list", WhatsAppPost.Action(button: "Questions", sections: [.init(rows: offers.map(\.row))]))
  }

  private var button: WhatsAppPost.Button { .init(reply: .init(id: id, title: label)) }

  private var row: WhatsAppPost.Row {
    let isCut = TextUnit.codePoints.count(label) > Self.titleLimit
    return WhatsAppPost.Row(
      id: id, title: TextSplitter.shortened(label, to: Self.titleLimit, unit: .codePoints),
      description: isCut ? TextSplitter.shortened(label, to: Self.descriptionLimit, unit: .codePoints) : nil)
  }

  /// What a pressed button or row asks: the title in its id, or for somebody else's button what stands on it.
  static func question(for choice: WhatsAppMessage.Choice) -> String? {
    let parts = choice.id.split(separator: ":", maxSplits: 1)
    return parts.count == 2 && Int(parts[0]) != nil ? String(parts[1]) : choice.title
  }
}
