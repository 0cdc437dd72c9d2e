import Chat
import Foundation

/// A Google Chat message, stored, sent or in a response.
struct GoogleChatPayload: Decodable {
  let text: String
  let cardsV2: [Outer]?
  let thread: Thread?

  struct Thread: Decodable { let name: String }
  struct Outer: Decodable { let card: Card }
  struct Card: Decodable { let sections: [Section] }
  struct Section: Decodable { let widgets: [Widget] }
  struct Widget: Decodable { let buttonList: List }
  struct List: Decodable { let buttons: [Button] }

  struct Button: Decodable {
    let text: String
    let onClick: Click

    struct Click: Decodable { let action: Action }
    struct Action: Decodable {
      let function: String
      let parameters: [Parameter]
    }
    struct Parameter: Decodable {
      let key: String
      let value: String
    }

    /// What the button asks.
    var question: String { onClick.action.parameters.first?.value ?? "" }
  }

  init(_ message: ChatMessage) throws { self = try JSONDecoder().decode(Self.self, from: message.payload) }
  init(_ request: OutgoingRequest) throws { self = try JSONDecoder().decode(Self.self, from: request.body) }

  /// All buttons.
  var buttons: [Button] {
    (cardsV2 ?? []).flatMap(\.card.sections).flatMap(\.widgets).flatMap(\.buttonList.buttons)
  }

  /// True where a mark stands directly before a word, a link or a mention in angles, or a line begins as a list or a quotation.
  static func isActive(_ text: String) -> Bool {
    let words = text.replacing(/https?:\/\/\S+/, with: "")
    if words.contains(/[*_~`][^\s\u200B]/) || words.contains(/<[^\s\u200B]/) { return true }
    if words.contains(/(^|\n)\s*([-*] |>)/) { return true }
    return words.contains(/(^|[^A-Za-z0-9.])[@\uFF20](all|channel|everyone|here|room|user)/)
  }
}
