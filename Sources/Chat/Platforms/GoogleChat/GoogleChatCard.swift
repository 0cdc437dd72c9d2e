/// A card with buttons: https://developers.google.com/workspace/chat/api/reference/rest/v1/cards
struct GoogleChatCard: Codable {
  /// Buttons under a message.
  static let limit = 20
  /// The parameter of a button that holds what it asks.
  static let parameter = "question"
  /// UTF-16 units of a button's label.
  private static let labelLimit = 80

  var cardId = "offers"
  let card: Card

  /// A card with a button for each title; `function` is called when one is pressed.
  init(_ titles: [String], function: String) {
    let buttons = titles.map { title in
      let plain = title.withoutControls
      let parameter = GoogleChatEvent.Action.Parameter(key: Self.parameter, value: plain)
      return Button(
        text: TextSplitter.shortened(plain, to: Self.labelLimit, unit: .utf16),
        onClick: Click(action: Click.Action(function: function, parameters: [parameter])))
    }
    card = Card(sections: [Section(widgets: [Widget(buttonList: List(buttons: buttons))])])
  }

  /// What a card shows.
  struct Card: Codable { let sections: [Section] }
  /// A part of a card.
  struct Section: Codable { let widgets: [Widget] }
  /// A row of buttons.
  struct Widget: Codable { let buttonList: List }
  /// The buttons.
  struct List: Codable { let buttons: [Button] }

  /// A button.
  struct Button: Codable {
    let text: String
    let onClick: Click
  }

  /// What pressing does: an event comes with these parameters.
  struct Click: Codable {
    let action: Action

    /// The function and its parameters.
    struct Action: Codable {
      /// The endpoint's URL for add-ons, any name for other apps.
      let function: String
      let parameters: [GoogleChatEvent.Action.Parameter]
    }
  }
}
