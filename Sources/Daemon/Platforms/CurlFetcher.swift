package import Chat
package import Delivery

/// Fetches what platforms need for themselves, by the same engine and behind the same address filter as replies.
package struct CurlFetcher: Fetcher {
  private let engine: CurlEngine
  private let access: AddressAccess

  /// A fetcher that may reach these private hosts.
  package init(_ engine: CurlEngine, access: AddressAccess) {
    self.engine = engine
    self.access = access
  }

  package func fetch(_ request: OutgoingRequest) async throws(FetchFailure) -> OutgoingResponse {
    do throws(TransferFailure) {
      let response = try await engine.perform(TransferRequest(request, access: access))
      return OutgoingResponse(response)
    } catch {
      throw FetchFailure()
    }
  }
}

extension TransferRequest {
  /// A platform's request, with the engine's standard limits unless told otherwise.
  init(_ request: OutgoingRequest, access: AddressAccess) {
    self.init(method: request.method, url: request.url, headers: request.headers, body: request.body, access: access)
  }
}

extension OutgoingResponse {
  /// What the engine got, for a platform to judge.
  init(_ response: TransferResponse) {
    self.init(status: response.status, headers: response.headers, body: response.body)
  }
}
