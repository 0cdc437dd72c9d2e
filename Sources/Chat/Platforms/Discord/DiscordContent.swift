/// A message without its address: what is stored.
struct DiscordContent: Codable, Equatable {
  /// Characters that a message may have; counted in UTF-16 units, of which there are never fewer.
  static let limit = 2000

  var content: String
  var components: [DiscordComponent]?
}
