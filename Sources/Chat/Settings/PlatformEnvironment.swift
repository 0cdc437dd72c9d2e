/// What a platform may use besides its settings; given once, at construction.
package struct PlatformEnvironment: Sendable {
  /// Fetches keys and access tokens.
  package let fetcher: any Fetcher
  /// Randomness for nonces.
  package let random: RandomBytes

  /// An environment; without arguments, one that fetches nothing.
  package init(fetcher: any Fetcher = NoFetcher(), random: RandomBytes = .system) {
    self.fetcher = fetcher
    self.random = random
  }
}
