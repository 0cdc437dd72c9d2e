import Chat
import Foundation
import Synchronization

/// Answers every request by what it has been told to; nil is no response at all.
final class CannedFetcher: Fetcher {
  private let answer: @Sendable (OutgoingRequest) -> OutgoingResponse?
  private let asked = Mutex<[String]>([])

  init(_ answer: @escaping @Sendable (OutgoingRequest) -> OutgoingResponse?) { self.answer = answer }

  /// The URLs that were asked for, in order.
  var urls: [String] { asked.withLock { $0 } }

  func fetch(_ request: OutgoingRequest) async throws(FetchFailure) -> OutgoingResponse {
    asked.withLock { $0.append(request.url) }
    guard let response = answer(request) else { throw FetchFailure() }
    return response
  }
}
