/// The content of a message that is sent: https://spec.matrix.org/latest/client-server-api/#mnotice
///
/// A notice, so that no other program answers it, and with an empty list of mentions, so that no word in it calls anybody.
struct MatrixNotice: Encodable {
  let kind = "m.notice"
  let format = "org.matrix.custom.html"
  let body: String
  let html: String
  let mentions = MatrixEvent.Mentions()
  let relation: MatrixEvent.Relation?

  private enum CodingKeys: String, CodingKey {
    case format, body
    case kind = "msgtype"
    case html = "formatted_body"
    case mentions = "m.mentions"
    case relation = "m.relates_to"
  }

  /// A message in the thread on `root`; programs without threads show it as a reply to `question`.
  init(_ message: MatrixMessage, thread root: String?, question: String?) {
    body = message.body
    html = message.html
    relation = root.map { root in
      MatrixEvent.Relation(
        kind: "m.thread", event: root, reply: MatrixEvent.Relation.Reply(event: question ?? root), isFallingBack: true)
    }
  }
}
