extension TextSplitter {
  /// The messages of an answer for a platform with buttons. Each is what `content` makes of its words and of the offers that
  /// become buttons; offers of which there are more than `buttons`, or which stand alone, stay numbered lines among the words.
  ///
  /// - Throws: where a content cannot be encoded.
  func messages(
    _ text: AnswerText, buttons limit: Int, _ content: (_ words: String, _ offers: [String]) -> some Encodable
  ) throws -> [ChatMessage] {
    let parts = split(text, numberingOffers: true)
    return try parts.enumerated().map { index, lines in
      let words = lines.filter { !$0.isOffer }
      let offers = lines.filter(\.isOffer).map(\.text)
      let isButtoned = !words.isEmpty && offers.count <= limit
      let content = content(written(isButtoned ? words : lines), isButtoned ? offers : [])
      return try ChatMessage(content, index: index, count: parts.count)
    }
  }
}

extension TextLine {
  /// True for an offer's line.
  fileprivate var isOffer: Bool { if case .offer = role { true } else { false } }
}
