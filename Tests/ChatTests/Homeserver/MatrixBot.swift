import Chat
import Foundation
import HTTPTypes
import Testing

/// The platform's code behind a real door: takes what the homeserver posts, keeps it in a ledger, and sends when it is told to.
struct MatrixBot: Sendable {
  let platform: any ChatPlatform
  let ledger: BotLedger

  /// A bot with these settings and what a former one has left in `file`.
  init(_ settings: PlatformSettings, file: URL) throws {
    platform = try PlatformRegistry.make(settings, environment: PlatformEnvironment(fetcher: NetworkFetcher()))
    ledger = try BotLedger(file)
  }

  /// Verifies, reads and accepts a request; what this answers with 2xx is in the ledger.
  func receive(_ request: WebhookRequest) async -> WebhookResponse {
    do {
      try await platform.verify(request, at: request.receivedAt)
      await ledger.note(request.path, events: Self.ids(in: request.body))
      try await platform.prepare(request)
      switch try platform.read(request) {
      case .handshake(let response), .ignored(let response, _): return response
      case .events(let events, let actions, let acknowledgement):
        for action in actions { try await accept(action.id, [action.message], action.destination) }
        for event in events {
          try await accept(event.id, platform.render(SampleAnswer.ordinary.answer, for: event), event.destination)
        }
        return acknowledgement
      }
    } catch let refusal as WebhookRefusal {
      return platform.response(to: refusal)
    } catch { return WebhookResponse(status: .internalServerError) }
  }

  private func accept(_ id: String, _ messages: [ChatMessage], _ destination: Destination) async throws {
    let items = messages.map { BotLedger.Item(key: "\(id)/\($0.index)", message: $0, destination: destination) }
    _ = try await ledger.accept(id, items)
  }

  /// The ids of a transaction's events.
  static func ids(in body: Data) -> [String] {
    struct Transaction: Decodable { let events: [Event]? }
    struct Event: Decodable { let event_id: String? }
    return (try? JSONDecoder().decode(Transaction.self, from: body))?.events?.compactMap(\.event_id) ?? []
  }

  /// What sending one message comes to.
  func send(_ item: BotLedger.Item) async throws -> SendVerdict {
    let request = try await platform.outgoing(
      item.message, to: item.destination, context: SendContext(key: item.key, now: Date()))
    return platform.interpret(try await NetworkFetcher().fetch(request), at: Date())
  }

  /// Sends everything that waits.
  func deliver() async throws {
    for item in await ledger.waiting {
      let verdict = try await send(item)
      guard case .delivered = verdict else {
        Issue.record("\(item.key): \(verdict)")
        continue
      }
      try await ledger.settle(item.key)
    }
  }
}
