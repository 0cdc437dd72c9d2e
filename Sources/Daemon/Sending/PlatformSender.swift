import Chat
import Delivery
import Foundation

/// Sends stored replies: the platform writes the request, libcurl sends it, the platform says what the response means.
struct PlatformSender: ReplySender {
  private let platforms: [String: ConfiguredPlatform]
  private let engine: CurlEngine
  private let settings: Settings.Sending
  private let metrics: DaemonMetrics
  private let now: @Sendable () -> Date

  /// A sender for these platforms.
  init(
    _ platforms: [ConfiguredPlatform], engine: CurlEngine, settings: Settings.Sending, metrics: DaemonMetrics,
    now: @escaping @Sendable () -> Date
  ) {
    self.platforms = Dictionary(platforms.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.engine = engine
    self.settings = settings
    self.metrics = metrics
    self.now = now
  }

  func send(_ reply: LeasedReply) async -> SendOutcome {
    let began = ContinuousClock.now
    let outcome = await attempt(reply)
    metrics.sends.increment([reply.platform, outcome.label])
    metrics.sendSeconds.observe(began.duration(to: .now).seconds, [reply.platform])
    return outcome
  }

  private func attempt(_ reply: LeasedReply) async -> SendOutcome {
    guard let platform = platforms[reply.platform] else {
      return .refused("no platform of this name is configured any more")
    }
    guard let message = try? JSONDecoder().decode(ChatMessage.self, from: reply.payload),
      let destination = try? JSONDecoder().decode(Destination.self, from: reply.destination)
    else { return .refused("the stored reply cannot be read") }
    let verdict = await post(message, to: destination, for: reply, by: platform)
    guard case .tryPlain(let reason) = verdict else { return SendOutcome(verdict) }
    guard let plain = platform.platform.plain(message) else { return .refused(reason) }
    return SendOutcome(await post(plain, to: destination, for: reply, by: platform))
  }

  private func post(
    _ message: ChatMessage, to destination: Destination, for reply: LeasedReply, by platform: ConfiguredPlatform,
    hasMoved: Bool = false
  ) async -> SendVerdict {
    let request: OutgoingRequest
    do throws(OutgoingFailure) {
      request = try await platform.platform.outgoing(
        message, to: destination,
        context: SendContext(
          key: reply.idempotencyKey, isRetry: reply.attempts + reply.unsettled > 0, lateSince: reply.lateSince,
          now: now()))
    } catch {
      return SendVerdict(error)
    }
    do throws(TransferFailure) {
      let response = OutgoingResponse(try await engine.perform(transfer(request, access: platform.access)))
      // A destination that has moved is tried once at its new place; what that says counts.
      if !hasMoved, let place = platform.platform.newPlace(of: destination, after: response) {
        return await post(message, to: place, for: reply, by: platform, hasMoved: true)
      }
      return platform.platform.interpret(response, at: now())
    } catch {
      return SendVerdict(error)
    }
  }

  private func transfer(_ request: OutgoingRequest, access: AddressAccess) -> TransferRequest {
    var transfer = TransferRequest(request, access: access)
    transfer.connectTimeout = .seconds(settings.connectSeconds)
    transfer.totalTimeout = .seconds(settings.timeoutSeconds)
    return transfer
  }
}

extension SendOutcome {
  /// What a platform's verdict means for the outbox; a second "try plain" is a refusal.
  init(_ verdict: SendVerdict) {
    switch verdict {
    case .delivered(let receipt): self = .delivered(receipt: receipt)
    case .retry(let after, let reason): self = .retry(after: after, reason: reason)
    case .gone(let reason): self = .gone(reason)
    case .refused(let reason), .tryPlain(let reason): self = .refused(reason)
    }
  }

  /// For metrics.
  var label: String {
    switch self {
    case .delivered: "delivered"
    case .retry: "retry"
    case .gone: "gone"
    case .refused: "refused"
    }
  }
}

extension SendVerdict {
  /// What a request that could not be written means.
  init(_ failure: OutgoingFailure) {
    switch failure {
    case .unavailable(let after): self = .retry(after: after, reason: "no access token could be fetched")
    case .unusable(let what): self = .refused("\(what)")
    }
  }

  /// What a request without a response means: what this program refuses to send it will refuse again; the rest may pass.
  init(_ failure: TransferFailure) {
    switch failure {
    case .refusedURL, .refusedHeader, .refusedAddress: self = .refused(failure.description)
    default: self = .retry(after: nil, reason: failure.description)
    }
  }
}
