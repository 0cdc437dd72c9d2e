package import Answering
package import Foundation

extension ConversationState {
  /// The state as JSON, as `JSONEncoder` would write it, in a fraction of the time: one is written for every question.
  package var stored: Data {
    var members: [(key: String, value: JSONValue)] = [
      ("version", .integer(version)), ("sections", .array(sections.map(JSONValue.string))),
      ("choices", .array(choices.map(JSONValue.string))), ("isClarifying", .boolean(isClarifying)),
      ("noticesShown", .array(noticesShown.sorted().map(JSONValue.string))), ("flags", flags.json),
      ("digest", .string(digest)), ("lastUse", .number(lastUse.timeIntervalSinceReferenceDate)),
    ]
    if let subject { members.append(("subject", .string(subject))) }
    if let aspect { members.append(("aspect", .string(aspect))) }
    return Data(JSONValue.object(members).bytes)
  }

  /// A state that ``stored`` gave; nil where it is none, or of another form.
  package init?(stored: Data) {
    guard let state = try? JSONDecoder().decode(Self.self, from: stored) else { return nil }
    self = state
  }
}

extension ContextFlags {
  fileprivate var json: JSONValue {
    .object([
      ("inTreatment", .boolean(inTreatment)), ("afterTransplant", .boolean(afterTransplant)),
      ("minor", .boolean(minor)),
    ])
  }
}
