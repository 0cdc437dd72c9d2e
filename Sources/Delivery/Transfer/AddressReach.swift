/// Who may connect to an address.
package enum AddressReach: Hashable, Sendable {
  /// A public address: any destination.
  case anyone
  /// A private address: only a destination whose configuration names the host.
  case namedHostsOnly
  /// An address that no chat platform and no self-hosted server has: nobody, not even a named host.
  case nobody
}
