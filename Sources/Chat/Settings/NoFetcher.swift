/// Fetches nothing, for platforms that need nothing fetched.
package struct NoFetcher: Fetcher {
  /// A fetcher that always fails.
  package init() {}

  /// Always throws.
  package func fetch(_ request: OutgoingRequest) async throws(FetchFailure) -> OutgoingResponse { throw FetchFailure() }
}
