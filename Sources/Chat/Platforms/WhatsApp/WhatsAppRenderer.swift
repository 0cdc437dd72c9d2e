internal import Answering

/// Makes messages of an answer. Offers stand below a message of few words: that is the whole answer where it is short, else its
/// closing; where even that is too long, offers are numbered text.
struct WhatsAppRenderer {
  /// Code points of a message.
  static let limit = 4096
  /// Code points of a message with offers.
  static let offerLimit = 1024

  private let style = MarkBreakingStyle()

  /// The messages, in order.
  func messages(_ text: AnswerText) throws -> [ChatMessage] {
    let posts = posts(text)
    return try posts.enumerated().map { try ChatMessage($1, index: $0, count: posts.count) }
  }

  private func posts(_ text: AnswerText) -> [WhatsAppPost] {
    let introduction = text.introduction.map { [TextLine($0, role: .introduction)] } ?? []
    let ending = text.closing + introduction
    if let (kind, action) = WhatsAppOffer.action(for: text.offers.map(\.title)), !ending.isEmpty {
      func offering(_ lines: [TextLine]) -> WhatsAppPost? {
        let words = style.written(lines)
        guard TextUnit.codePoints.count(words) <= Self.offerLimit - LateNote.room else { return nil }
        return WhatsAppPost(text: words, kind: kind, action: action)
      }
      if let whole = offering(text.body + ending) { return [whole] }
      if let last = offering(ending) { return splitter.split(text.body).map(post) + [last] }
    }
    return splitter.split(text, numberingOffers: true).map(post)
  }

  private var splitter: TextSplitter {
    TextSplitter(limit: Self.limit - LateNote.room, unit: .codePoints, style: style)
  }

  private func post(_ lines: [TextLine]) -> WhatsAppPost { WhatsAppPost(text: style.written(lines)) }
}
