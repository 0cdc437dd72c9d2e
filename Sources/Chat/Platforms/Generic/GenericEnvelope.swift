/// What is posted back: `{"type": "answer", "timestamp", "data"}`. The time is that of the question, so that every try of a
/// message has the same body.
struct GenericEnvelope: Encodable {
  let type: String
  let timestamp: String
  let data: GenericAnswer
}
