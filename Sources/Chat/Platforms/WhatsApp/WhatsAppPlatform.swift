package import Answering
package import Foundation

/// WhatsApp by Meta's Cloud API: messages to one business number, and what is chosen below its answers.
///
/// https://developers.facebook.com/docs/whatsapp/cloud-api
package struct WhatsAppPlatform: ChatPlatform {
  package static let kind = "whatsapp"

  package static let keys: [SettingKey] =
    MetaWebhook.keys + [
      .secret("access_token", "a system user's permanent token with whatsapp_business_messaging"),
      .required("phone_number_id", "the Phone number ID from API Setup: digits, not the number itself"),
    ] + MetaGraph.keys

  package let name: String
  package var rendersAlike: Bool { true }
  /// One message in six seconds to one person for long, 45 at once.
  package var pace: SendPace { SendPace(laneInterval: .seconds(1), perSecond: 80) }
  package var largestBody: Int { MetaWebhook.largestBody }
  package var duplicateMemory: Duration { MetaWebhook.memory }
  private let number: String
  private let webhook: MetaWebhook
  private let graph: MetaGraph
  private let random: RandomBytes

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    random = environment.random
    webhook = try MetaWebhook(settings)
    graph = try MetaGraph(settings)
    number = try settings.required("phone_number_id")
    guard number.wholeMatch(of: /[0-9]{5,32}/) != nil else {
      throw settings.problem("phone_number_id", "must be digits: the ID, not the telephone number")
    }
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind, options: ["api_url": sink, "phone_number_id": "106540352242922"],
      secrets: MetaWebhook.trialSecrets(using: random))
  }

  // MARK: In

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try webhook.verify(request)
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    try webhook.read(request, as: WhatsAppBatch.self) { batch in
      batch.messages(to: number).compactMap { event($0, at: request.receivedAt) }
    }
  }

  private func event(_ message: WhatsAppMessage, at now: Date) -> InboundEvent? {
    let replyBy = (message.time ?? now) + MetaWebhook.window
    // What can no longer be answered is not asked either.
    guard let text = message.question, let user = message.phone ?? message.person, replyBy > now else { return nil }
    let fields = [message.phone == nil ? "recipient" : "to": user, "message": message.id]
    return InboundEvent(
      id: message.id, text: text, conversation: [name, number, user].joined(separator: "\n"), user: user,
      destination: Destination(lane: user, fields: fields), replyBy: replyBy, askedAt: message.time)
  }

  // MARK: Out

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    try WhatsAppRenderer().messages(AnswerText(answer))
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    var post = try message.content(as: WhatsAppPost.self)
    post.to = destination["to"]
    post.recipient = destination["recipient"]
    guard post.to != nil || post.recipient != nil else { throw .unusable("the recipient is missing") }
    post.prepend(context.lateNote(before: message))
    if message.isFirst { post.context = destination["message"].map { WhatsAppPost.Context(message: $0) } }
    return try graph.messages(of: number, post)
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    MetaVerdict.read(response, at: now)
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] { [MessageCode.vectorTest, await roundTrip()] }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    let message = WhatsAppMessage(
      id: "wamid." + Hex.text(Data(random(12))), phone: user, timestamp: String(Int64(now.timeIntervalSince1970)),
      text: WhatsAppMessage.Words(body: question))
    return webhook.signed(WhatsAppBatch.simulated(message, to: number), at: now)
  }
}
