/// A block of a message, of the three kinds in use: https://docs.slack.dev/reference/block-kit/blocks
struct SlackBlock: Codable, Equatable {
  /// What the `action_id` of an offer's button begins with.
  static let offerPrefix = "offer_"
  /// UTF-16 units that the text of a section may have; Slack's limit is 3,000 characters.
  static let sectionLimit = 2900
  /// Buttons in one row of actions.
  static let rowLimit = 25
  /// Characters of a button's label.
  static let labelLimit = 75

  let type: String
  var text: Text?
  var elements: [Element]?

  /// Text that is mark-up or not.
  struct Text: Codable, Equatable {
    let type: String
    let text: String
    /// For mark-up: true keeps Slack from making links and mentions of plain words.
    var verbatim: Bool?
    /// For plain text: false keeps Slack from making pictures of words between colons.
    var emoji: Bool?

    static func markup(_ text: String) -> Text { Text(type: "mrkdwn", text: text, verbatim: true) }
    static func plain(_ text: String) -> Text { Text(type: "plain_text", text: text, emoji: false) }
  }

  /// A button, or the text of a context.
  struct Element: Codable, Equatable {
    let type: String
    let text: Content
    var verbatim: Bool?
    var actionID: String?
    var value: String?

    private enum CodingKeys: String, CodingKey {
      case type, text, verbatim, value
      case actionID = "action_id"
    }
  }

  /// A button's text is an object, a context's is a string.
  enum Content: Codable, Equatable {
    case object(Text)
    case string(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .string(text)
      } else {
        self = .object(try container.decode(Text.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .object(let text): try container.encode(text)
      case .string(let text): try container.encode(text)
      }
    }
  }

  /// A paragraph or more of mark-up.
  static func section(_ markup: String) -> SlackBlock { SlackBlock(type: "section", text: .markup(markup)) }

  /// Small print.
  static func context(_ markup: String) -> SlackBlock {
    SlackBlock(type: "context", elements: [Element(type: "mrkdwn", text: .string(markup), verbatim: true)])
  }

  /// Buttons; each stands for its title, which says what is meant even when the conversation has moved on.
  static func actions(_ titles: [(number: Int, title: String)]) -> SlackBlock {
    SlackBlock(
      type: "actions",
      elements: titles.map { number, title in
        let label = TextSplitter.shortened(title.withoutControls, to: labelLimit, unit: .utf16)
        return Element(
          type: "button", text: .object(.plain(label.escapingAngles)), actionID: "\(offerPrefix)\(number)",
          value: TextSplitter.shortened(title, to: 2000, unit: .utf16))
      })
  }
}
