/// An option of a slash command, or a subcommand with options of its own.
struct DiscordOption: Codable {
  /// Options within options that are looked through: a group, a subcommand, and what it is given.
  private static let depth = 3

  let name: String
  /// Its value where that is text.
  var text: String?
  var options: [DiscordOption]?
  private static let textType = 3

  private enum CodingKeys: String, CodingKey { case name, type, value, options }

  /// An option with a text.
  init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    name = try fields.decode(String.self, forKey: .name)
    // Numbers and switches have values of other types.
    text = try? fields.decode(String.self, forKey: .value)
    options = try fields.decodeIfPresent([DiscordOption].self, forKey: .options)
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(name, forKey: .name)
    try fields.encode(Self.textType, forKey: .type)
    try fields.encodeIfPresent(text, forKey: .value)
    try fields.encodeIfPresent(options, forKey: .options)
  }

  /// The first text among these options and those within them.
  static func text(in options: [DiscordOption]?, depth: Int = depth) -> String? {
    guard let options, depth > 0 else { return nil }
    return options.lazy.compactMap { $0.text ?? text(in: $0.options, depth: depth - 1) }.first
  }
}
