package import Answering
package import Foundation

/// Facebook Messenger: messages to a page, and the quick replies below its answers.
///
/// https://developers.facebook.com/docs/messenger-platform
package struct MessengerPlatform: ChatPlatform {
  package static let kind = "messenger"

  package static let keys: [SettingKey] =
    MetaWebhook.keys + [.secret("access_token", "the page's access token, from Messenger, API Setup")] + MetaGraph.keys

  package let name: String
  package var rendersAlike: Bool { true }
  /// Far below what Meta allows a page; a busy one waits little longer.
  package var pace: SendPace { SendPace(laneInterval: .seconds(1), perSecond: 40) }
  package var largestBody: Int { MetaWebhook.largestBody }
  package var duplicateMemory: Duration { MetaWebhook.memory }
  private let webhook: MetaWebhook
  private let graph: MetaGraph
  private let random: RandomBytes

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    random = environment.random
    webhook = try MetaWebhook(settings)
    graph = try MetaGraph(settings)
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind, options: ["api_url": sink], secrets: MetaWebhook.trialSecrets(using: random))
  }

  // MARK: In

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try webhook.verify(request)
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    try webhook.read(request, as: MessengerBatch.self) { batch in
      batch.events.compactMap { event($0, at: request.receivedAt) }
    }
  }

  private func event(_ event: MessengerBatch.Event, at now: Date) -> InboundEvent? {
    let replyBy = event.time + MetaWebhook.window
    guard let id = event.id, let text = event.question, event.sender.id != event.recipient.id, replyBy > now else {
      return nil
    }
    let user = event.sender.id
    return InboundEvent(
      id: id, text: text, conversation: [name, event.recipient.id, user].joined(separator: "\n"), user: user,
      destination: Destination(lane: user, fields: ["to": user]), replyBy: replyBy, askedAt: event.time,
      startsAfresh: event.isStart)
  }

  // MARK: Out

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    let text = AnswerText(answer)
    let style = MarkBreakingStyle()
    let splitter = TextSplitter(limit: MessengerPost.limit - LateNote.room, unit: .codePoints, style: style)
    let parts = splitter.split(text, numberingOffers: true)
    return try parts.enumerated().map { index, lines in
      // Quick replies go away as soon as another message follows.
      let titles = index == parts.count - 1 ? text.offers.map(\.title) : []
      let post = MessengerPost(text: style.written(lines), offering: titles)
      return try ChatMessage(post, index: index, count: parts.count)
    }
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    var post = try message.content(as: MessengerPost.self)
    guard let to = destination["to"] else { throw .unusable("the recipient is missing") }
    post.recipient = MessengerBatch.Person(id: to)
    post.message.text = context.lateNote(before: message) + post.message.text
    return try graph.messages(of: "me", post)
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    MetaVerdict.read(response, at: now)
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] { [MessageCode.vectorTest, await roundTrip()] }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    let event = MessengerBatch.Event(
      sender: MessengerBatch.Person(id: user), recipient: MessengerBatch.Person(id: "1000001"),
      timestamp: Int64(now.timeIntervalSince1970 * 1000),
      message: MessengerBatch.Message(mid: "m_" + Hex.text(Data(random(16))), text: question))
    return webhook.signed(MessengerBatch.simulated(event), at: now)
  }
}
