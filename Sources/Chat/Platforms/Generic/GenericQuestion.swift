/// What a client posts: `{"type": "question", "data": {"question", "conversation"?, "user"?}}`; other keys are passed over.
struct GenericQuestion: Codable {
  let type: String
  let data: Fields

  struct Fields: Codable {
    /// The question.
    let question: String?
    /// The client's id of the conversation; the user's own, if left out.
    let conversation: String?
    /// The client's id of the user.
    let user: String?
  }
}
