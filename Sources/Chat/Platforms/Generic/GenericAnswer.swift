internal import Answering
internal import Matching

/// One part of an answer, as a client gets it. Most answers have one part.
struct GenericAnswer: Codable {
  /// Bytes of JSON that the text may take; the specification advises less than 20,000 for the whole.
  static let textLimit = 14_000

  /// The id of the message that asked.
  var question: String?
  /// The conversation's id, as the client gave it.
  var conversation: String?
  let part: Int
  let parts: Int
  let kind: String
  let safety: String?
  let sections: [String]
  let offers: [Offer]
  /// The words, as plain text.
  var text: String

  /// A part of an answer.
  init(_ answer: Answer, text: String, part: Int, of parts: Int) {
    self.part = part
    self.parts = parts
    kind = answer.kind.rawValue
    safety = answer.safety?.rawValue
    sections = answer.sections.prefix(16).map(\.section)
    offers = Array(answer.offers.prefix(8))
    self.text = text
  }
}
