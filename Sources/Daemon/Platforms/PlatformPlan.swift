package import Chat

/// A platform's settings with its secrets, and the private hosts it may reach: all that is needed to make it.
package struct PlatformPlan: Sendable {
  /// Its settings.
  package var settings: PlatformSettings
  /// Hosts in private networks that its requests may reach.
  package var privateHosts: [String]

  /// A plan.
  package init(settings: PlatformSettings, privateHosts: [String] = []) {
    self.settings = settings
    self.privateHosts = privateHosts
  }
}
