/// There was no response; why is the fetcher's to log.
package struct FetchFailure: Error, Sendable {
  /// A failure.
  package init() {}
}
