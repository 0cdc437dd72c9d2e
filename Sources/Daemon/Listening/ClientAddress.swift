package import HTTPTypes

/// Where a request came from, as far as it can be believed.
package struct ClientAddress: Sendable, Hashable {
  /// The address in text.
  package let text: String
  /// True where a field said it came from elsewhere, but who sent the field is not trusted.
  package let isDoubtful: Bool

  /// An address.
  package init(_ text: String, isDoubtful: Bool = false) {
    self.text = text
    self.isDoubtful = isDoubtful
  }

  /// What limits are counted by: an IPv4 address, or the first 64 bits of an IPv6 address, which one customer has to himself.
  package var group: [UInt8] {
    guard let bytes = AddressNetwork.bytes(of: text) else { return Array(text.utf8.prefix(64)) }
    return bytes.count == 16 ? Array(bytes.prefix(8)) : bytes
  }

  /// The address behind a connection: its peer, or, as long as that is a trusted proxy, the one that it forwarded for.
  ///
  /// `X-Forwarded-For` is read from its end: every proxy appends who it was called by, so what stands before the last
  /// untrusted address may be made up.
  /// - Parameters:
  ///   - peer: address of the connection's other end.
  ///   - headers: fields of the request.
  ///   - trusted: proxies that are believed.
  package static func resolve(peer: String, headers: HTTPFields, trusted: [AddressNetwork]) -> ClientAddress {
    guard headers.contains(.forwardedFor) else { return ClientAddress(peer) }
    let isTrusted = { (address: String) in trusted.contains { $0.contains(address) } }
    guard isTrusted(peer) else { return ClientAddress(peer, isDoubtful: true) }
    let hops = headers[values: .forwardedFor].flatMap { $0.split(separator: ",") }.suffix(32).map(\.trimmed)
    var client = peer
    for hop in hops.reversed() {
      guard AddressNetwork.bytes(of: hop) != nil else { return ClientAddress(client, isDoubtful: true) }
      client = hop
      if !isTrusted(hop) { break }
    }
    return ClientAddress(client)
  }
}
