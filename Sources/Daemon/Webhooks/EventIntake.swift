import Answering
import Chat
import Delivery
import Foundation

/// Takes the events of one platform: answers them, and puts the event's identity, the conversation's new state and the
/// replies on disk in one step.
struct EventIntake: Sendable {
  /// What all intakes share.
  struct Parts: Sendable {
    let desk: KnowledgeDesk
    let pool: AnswerPool
    let store: any OutboxStore
    let key: StoreKey
    let clock: any DeliveryClock
    let settings: Settings
    let senderRate: RateLimiter
    let turnstile: Turnstile<KeyedHash>
    let health: StoreHealth
    let metrics: DaemonMetrics
    /// Tells that there is something to send.
    let wake: @Sendable (_ platform: String) -> Void
  }

  /// The platform.
  let platform: any ChatPlatform
  private let parts: Parts

  init(_ platform: any ChatPlatform, _ parts: Parts) {
    self.platform = platform
    self.parts = parts
  }

  /// Takes a question. What this returns is on disk; what it throws has changed nothing.
  /// - Throws: ``HTTPFault`` 503 where the knowledge is not there, the store fails or too much waits.
  func take(_ event: InboundEvent) async throws -> TakenEvent {
    // Before anything else: a platform that sends while the knowledge loads costs nothing.
    guard let responder = parts.desk.responder else { throw HTTPFault.loading }
    // Past capacity a refusal must cost little, or refusals would hold up what is acknowledged.
    guard !parts.pool.isFull else {
      parts.metrics.overloaded.increment()
      throw HTTPFault.busy
    }
    let conversation = parts.key.hash(.conversation, platform.name, event.conversation)
    return try await guarded {
      if try await parts.store.hasAccepted(platform: platform.name, id: event.id) { return .duplicate }
      let user = parts.key.hash(.user, platform.name, event.user)
      if let wait = parts.senderRate.take(Array(user.bytes), at: parts.clock.now) { return .limited(wait) }
      return try await parts.turnstile.pass(conversation) {
        try await answer(event, by: responder, user: user, conversation: conversation)
      }
    }
  }

  /// Takes what the platform wants sent besides answers.
  /// - Throws: as ``take(_:)-(InboundEvent)``.
  func take(_ action: ChatAction) async throws -> TakenEvent {
    try await guarded {
      let now = parts.clock.now
      let message = InboundMessage(
        platform: platform.name, id: action.id, remembered: memory,
        user: parts.key.hash(.user, platform.name, action.user),
        conversation: parts.key.hash(.conversation, platform.name, "action", action.id), state: nil,
        replies: [reply(action.message, to: action.destination, askedAt: now, replyBy: nil)])
      if try await parts.store.accept(message, at: now) == .duplicate { return .duplicate }
      parts.wake(platform.name)
      return .stored
    }
  }

  private func answer(
    _ event: InboundEvent, by responder: Responder, user: KeyedHash, conversation: KeyedHash
  ) async throws -> TakenEvent {
    let now = parts.clock.now
    let kept = event.startsAfresh ? nil : try await parts.store.conversation(conversation, at: now)
    let state = kept.flatMap(ConversationState.init(stored:)) ?? responder.freshState(at: now)
    let (answered, inMemory) = try await parts.pool.answered(event.text, in: state, by: responder, at: now)
    let messages = try messages(of: answered.answer, inMemory, for: event)
    let sentLater = event.answers == .later ? messages : platform.followUps(messages, to: event)
    let replies = sentLater.map {
      reply($0, to: event.destination, askedAt: event.askedAt ?? now, replyBy: event.replyBy)
    }
    let inbound = InboundMessage(
      platform: platform.name, id: event.id, remembered: memory, user: user, conversation: conversation,
      state: answered.state.stored, replies: replies)
    // Another copy may have come in while this one was answered: only the store decides which counts.
    guard try await parts.store.accept(inbound, at: now) != .duplicate else { return .duplicate }
    let words = QuestionCollection(parts.settings.web).words(of: event.text, answered: answered.answer, by: responder)
    parts.metrics.count(answered.answer, words: words, source: platform.name, at: now)
    if !replies.isEmpty { parts.wake(platform.name) }
    guard event.answers == .synchronously else { return .stored }
    guard let response = platform.synchronousResponse(messages, to: event) else { throw HTTPFault.internalFault }
    return .answered(response)
  }

  private func messages(
    of answer: Answer, _ kept: KeptReply?, for event: InboundEvent
  ) throws -> [ChatMessage] {
    guard let kept, platform.rendersAlike else { return try platform.render(answer, for: event) }
    return try kept.messages(on: platform.name) { try platform.render(answer, for: event) }
  }

  private func reply(
    _ message: ChatMessage, to destination: Destination, askedAt: Date, replyBy: Date?
  ) -> NewReply {
    let life = Duration.seconds(parts.settings.sending.expireHours * 3600)
    let expiry = askedAt.addingTimeInterval(life.seconds)
    return NewReply(
      lane: destination.lane, endpoint: platform.name, destination: destination.stored,
      payload: message.stored, askedAt: askedAt, expiresAt: min(expiry, replyBy ?? expiry))
  }

  private var memory: Duration { max(platform.duplicateMemory, .seconds(parts.settings.store.seenHours * 3600)) }

  /// Runs `body`; whatever of it passes by itself becomes a 503, so that the platform sends the event again.
  private func guarded(_ body: () async throws -> TakenEvent) async throws -> TakenEvent {
    do {
      return try await body()
    } catch let failure as StoreFailure {
      if failure != .overloaded { parts.health.failed(failure) }
      throw HTTPFault.unavailable("store", "The event could not be stored; send it again.", after: 1)
    } catch is Turnstile<KeyedHash>.Full {
      throw HTTPFault.busy
    }
  }
}
