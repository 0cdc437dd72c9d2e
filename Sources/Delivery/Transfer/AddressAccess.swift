/// What a destination may reach beyond public addresses by https: the hosts that its configuration names.
///
/// A named host may be reached by plain http and at a loopback or private address: a self-hosted server, or one in a test.
package struct AddressAccess: Hashable, Sendable {
  private let names: Set<String>

  /// Public addresses by https only.
  package static let publicOnly = AddressAccess(naming: [])

  /// Access to the hosts with these names, as they stand in a URL: `chat.example.org`, `127.0.0.1`, `[::1]`, or with a port,
  /// `localhost:8008`, which then names this port alone. Case and a closing dot do not matter.
  package init(naming hosts: some Sequence<String>) {
    names = Set(hosts.map { AddressAccess.normal($0) })
  }

  /// Whether the configuration names a host, alone or with this port.
  package func names(host: String, port: Int) -> Bool {
    guard !names.isEmpty else { return false }
    let host = AddressAccess.normal(host)
    return names.contains(host) || names.contains("\(host):\(port)")
  }

  private static func normal(_ name: String) -> String {
    let lower = name.lowercased()
    // A dot may close the name, before a port too.
    guard lower.utf8.last == UInt8(ascii: ".") || lower.utf8.contains(UInt8(ascii: ":")) else { return lower }
    let (host, port) = AddressAccess.parts(of: lower)
    return String((host.hasSuffix(".") ? host.dropLast() : host) + port)
  }

  /// The host and, with its colon, the port; the colons in the brackets of an IPv6 address separate none.
  private static func parts(of name: String) -> (host: Substring, port: Substring) {
    guard let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") else { return (name[...], "") }
    return (name[..<colon], name[colon...])
  }
}
