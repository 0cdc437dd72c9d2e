/// Where messages go. Holds no secret of ours; it is stored until its messages are delivered or dead.
package struct Destination: Sendable, Codable, Equatable {
  /// Messages of one lane are sent in order, one at a time, and share the platform's limit for a channel.
  package let lane: String
  /// What the platform needs to address a message, such as its channel and thread.
  package let fields: [String: String]

  /// A destination of these parts.
  package init(lane: String, fields: [String: String]) {
    self.lane = lane
    self.fields = fields
  }

  /// The field `name`.
  package subscript(name: String) -> String? { fields[name] }
}

extension Destination: CustomStringConvertible, CustomReflectable {
  /// A placeholder: an address is private.
  package var description: String { "<destination>" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
