/// A row of buttons, or a button: https://docs.discord.com/developers/components/reference
///
/// A button's id says which offer it is, and its title where there is room; no two buttons of a message have the same.
struct DiscordComponent: Codable, Equatable {
  /// Buttons in a row, and rows in a message.
  static let rowLimit = 5
  /// Buttons in a message.
  static let limit = rowLimit * rowLimit
  private static let labelLimit = 80
  private static let idLimit = 100
  private static let rowType = 1
  private static let buttonType = 2
  /// Grey: one choice among equals.
  private static let secondaryStyle = 2

  let type: Int
  var components: [DiscordComponent]?
  var style: Int?
  var label: String?
  var id: String?

  private enum CodingKeys: String, CodingKey {
    case type, components, style, label
    case id = "custom_id"
  }

  /// Rows with a button for each offer.
  static func rows(_ offers: [(number: Int, title: String)]) -> [DiscordComponent] {
    let buttons = offers.map(button)
    return stride(from: 0, to: buttons.count, by: rowLimit).map {
      DiscordComponent(type: rowType, components: Array(buttons[$0..<min($0 + rowLimit, buttons.count)]))
    }
  }

  private static func button(_ number: Int, _ title: String) -> DiscordComponent {
    let id = "\(number):\(title)"
    return DiscordComponent(
      type: buttonType, style: secondaryStyle,
      label: TextSplitter.shortened(title.withoutControls, to: labelLimit, unit: .utf16),
      id: id.utf16.count <= idLimit ? id : String(number))
  }

  /// What a pressed button asks: its title, else its label, else its number; nil where the id is none of ours.
  static func question(for id: String, in rows: [DiscordComponent]?) -> String? {
    let parts = id.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let number = parts.first.flatMap({ Int($0) }), number > 0 else { return nil }
    if parts.count > 1 { return String(parts[1]) }
    let label = (rows ?? []).lazy.compactMap(\.components).joined().first { $0.id == id }?.label
    return label.flatMap { $0.hasSuffix("…") ? nil : $0 } ?? String(number)
  }
}
