package import Chat
package import Delivery

/// A platform that is ready to be served, and what its replies may reach.
package struct ConfiguredPlatform: Sendable {
  /// The platform.
  package let platform: any ChatPlatform
  /// Hosts in private networks that its requests may reach.
  package let access: AddressAccess

  /// Its configured name.
  package var name: String { platform.name }
  /// Its kind.
  package var kind: String { type(of: platform).kind }
}
