/// Sends a request for a platform that must fetch something of its own: signing keys or an access token.
///
/// The one who implements it bounds time and size, follows no redirect and filters addresses as for every other request.
package protocol Fetcher: Sendable {
  /// The response, whatever its status.
  ///
  /// - Throws: ``FetchFailure`` where there is none.
  func fetch(_ request: OutgoingRequest) async throws(FetchFailure) -> OutgoingResponse
}
