/// What an engine says to a message.
package struct EngineReply: Codable, Sendable, Equatable {
  /// Its best label.
  package var label: String?
  /// How sure it is of it; higher is surer.
  package var score: Double
  /// Whether it declines, where it decides that itself.
  package var declines: Bool?
  /// Labels that it offers to choose from instead of one.
  package var offers: [String]?

  package init(label: String?, score: Double, declines: Bool? = nil, offers: [String]? = nil) {
    self.label = label
    self.score = score
    self.declines = declines
    self.offers = offers
  }
}
