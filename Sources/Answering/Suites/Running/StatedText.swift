/// The words of a reply that assertions look at.
enum StatedText {
  /// All words, but without the offers below an answer: the title of another section is not part of what is said.
  static func of(_ answer: Answer) -> String {
    guard answer.kind == .answer else { return answer.text }
    return PlainText.render(answer.blocks.filter { $0.kind != "offers" })
  }
}
