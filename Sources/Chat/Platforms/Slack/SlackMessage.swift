/// A message without its address: what is stored.
struct SlackMessage: Codable {
  /// Shown in notifications and where blocks are not; the whole text.
  var text: String
  var blocks: [SlackBlock]?

  /// Puts a note before all else.
  mutating func prepend(_ note: String) {
    let note = SlackStyle.escaped(note)
    text = note + "\n\n" + text
    blocks?.insert(.context(note), at: 0)
  }
}
