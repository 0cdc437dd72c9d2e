internal import Answering

extension SlackMessage {
  /// The message as JSON with its keys in order; written by hand, since a reply is written for every question.
  var json: JSONValue {
    let text = (key: "text", value: JSONValue.string(text))
    guard let blocks else { return .object([text]) }
    return .object([("blocks", .array(blocks.map(\.json))), text])
  }
}

extension SlackBlock {
  fileprivate var json: JSONValue {
    .object(
      [("type", .string(type))].with("text", text?.json).with("elements", elements.map { .array($0.map(\.json)) }))
  }
}

extension SlackBlock.Text {
  fileprivate var json: JSONValue {
    .object(
      [("text", .string(text)), ("type", .string(type))]
        .with("verbatim", verbatim.map(JSONValue.boolean)).with("emoji", emoji.map(JSONValue.boolean)))
  }
}

extension SlackBlock.Element {
  fileprivate var json: JSONValue {
    let content: JSONValue =
      switch text {
      case .object(let text): text.json
      case .string(let text): .string(text)
      }
    return .object(
      [("text", content), ("type", .string(type))].with("verbatim", verbatim.map(JSONValue.boolean))
        .with("action_id", actionID.map(JSONValue.string)).with("value", value.map(JSONValue.string)))
  }
}

extension [(key: String, value: JSONValue)] {
  /// With one member more, where there is a value for it.
  fileprivate func with(_ key: String, _ value: JSONValue?) -> Self {
    value.map { self + [(key, $0)] } ?? self
  }
}
