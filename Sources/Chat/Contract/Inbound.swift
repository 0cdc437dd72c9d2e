/// What a verified request says.
package enum Inbound: Sendable {
  /// A challenge, a ping or another part of setting up; the response is all there is to do.
  case handshake(WebhookResponse)
  /// Nothing to answer: an own message, an edit, an emoji, an empty batch. `reason` is fit for a metric's label.
  case ignored(WebhookResponse, reason: StaticString)
  /// Questions, and what else the platform wants sent because of this request. The acknowledgement is the response once all
  /// of it is stored; an event that is answered synchronously replaces it.
  case events([InboundEvent], actions: [ChatAction] = [], acknowledgement: WebhookResponse)
}
