internal import Foundation

/// Reads what a homeserver pushes, once it is known to be the homeserver's.
struct MatrixReader: Sendable {
  /// The configured name of the platform.
  let platform: String
  /// The bot.
  let own: MatrixName
  /// True where answers open a thread in conversations of two as well.
  let threadsAlways: Bool
  /// Which rooms are conversations of two.
  let rooms: MatrixRooms

  static let acknowledgement = WebhookResponse.json("{}")

  /// A transaction.
  func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    let transaction = try MatrixTransaction(request.body)
    let questions = transaction.events.compactMap { question($0, at: request.receivedAt) }
    var seen: Set<String> = []
    let actions = transaction.events.compactMap(action).filter { seen.insert($0.id).inserted }
    guard !questions.isEmpty || !actions.isEmpty else {
      return .ignored(Self.acknowledgement, reason: "no question")
    }
    return .events(questions, actions: actions, acknowledgement: Self.acknowledgement)
  }

  /// The rooms that must be known before a transaction is read.
  func unknownRooms(_ request: WebhookRequest) throws(WebhookRefusal) -> [String] {
    let events = try MatrixTransaction(request.body).events
    for event in events where event.type == "m.room.member" { rooms.forget(event.room) }
    var seen: Set<String> = []
    return events.filter { isCandidate($0) && rooms.isDirect($0.room, at: request.receivedAt) == nil }.map(\.room)
      .filter { seen.insert($0).inserted }
  }

  // MARK: Questions

  /// What the bot has said itself comes back, so its own words must not count.
  private func isCandidate(_ event: MatrixEvent) -> Bool { event.isText && event.sender != own.id }

  private func question(_ event: MatrixEvent, at now: Date) -> InboundEvent? {
    guard isCandidate(event) else { return nil }
    let isDirect = rooms.isDirect(event.room, at: now) ?? false
    guard isDirect || own.isMentioned(in: event.content),
      let text = QuestionText.read(own.words(of: event.content))
    else { return nil }
    // In a room of many each thread is a conversation; two who talk have one, wherever in the room.
    let thread = event.thread ?? (isDirect && !threadsAlways ? nil : event.id)
    let topic = isDirect ? "" : thread ?? ""
    var fields = ["room": event.room, "event": event.id]
    fields["thread"] = thread
    return InboundEvent(
      id: event.id, text: text, conversation: [platform, event.room, topic, event.sender].joined(separator: "\n"),
      user: event.sender, destination: Destination(lane: event.room, fields: fields), askedAt: event.date)
  }

  // MARK: Other events

  /// What is to be done about an event that is no question.
  private func action(_ event: MatrixEvent) -> ChatAction? {
    switch event.type {
    case "m.room.member":
      guard event.stateKey == own.id, event.content.membership == "invite" else { return nil }
      return ChatAction(
        id: "join:\(event.id)", user: event.sender,
        destination: Destination(lane: event.room, fields: ["join": event.room]),
        message: ChatMessage(payload: Data("{}".utf8)))
    case "m.room.encrypted", "m.room.encryption":
      guard event.sender != own.id else { return nil }
      return unreadable(event)
    default: return nil
    }
  }

  /// Says that the room is encrypted. Its id is the room's, so that it is said once.
  private func unreadable(_ event: MatrixEvent) -> ChatAction? {
    let words = "This room is encrypted, and I cannot read it. Please ask me in a room without encryption."
    guard let message = try? ChatMessage(MatrixMessage(body: words, html: "<p>\(words)</p>")) else { return nil }
    return ChatAction(
      id: "encrypted:\(event.room)", user: event.sender,
      destination: Destination(lane: event.room, fields: ["room": event.room]), message: message)
  }
}
