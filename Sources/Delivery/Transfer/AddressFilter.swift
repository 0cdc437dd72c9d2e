/// Says which addresses a transfer may connect to, so that no link from outside reaches this machine or its neighbours.
///
/// It judges addresses, not names: it stands where the connection is made, after every look-up, so a name that changes its
/// address between two look-ups gains nothing. Forms of IPv6 that carry an IPv4 address are judged by what they carry.
package struct AddressFilter: Sendable {
  private let blocks: [(block: AddressBlock, reach: AddressReach)]

  /// The filter of ``specialBlocks``.
  package static let standard = AddressFilter(specialBlocks)

  /// A filter with a table of its own; the first block that holds an address decides. Blocks that cannot be read hold
  /// everything and let nobody in, so that a slip of the pen closes instead of opening.
  package init(_ table: [(block: String, reach: AddressReach)]) {
    blocks = table.compactMap { entry in AddressBlock(entry.block).map { ($0, entry.reach) } }
    isSound = blocks.count == table.count
  }

  private let isSound: Bool

  /// Who may connect to an address. Linear in the table's length, well under a microsecond.
  package func reach(of address: IPAddress) -> AddressReach {
    guard isSound else { return .nobody }
    let address = address.unwrapped
    if let entry = blocks.first(where: { $0.block.contains(address) }) { return entry.reach }
    switch address {
    case .v4: return .anyone
    // Only 2000::/3 has been given out as global unicast (IANA, IPv6 address space); the rest is special or unassigned.
    case .v6(let high, _): return high >> 61 == 1 ? .anyone : .nobody
    }
  }

  /// Whether a transfer may connect to an address.
  ///
  /// - Parameter isNamed: whether the destination's configuration names the host.
  package func admits(_ address: IPAddress, named isNamed: Bool) -> Bool {
    switch reach(of: address) {
    case .anyone: true
    case .namedHostsOnly: isNamed
    case .nobody: false
    }
  }
}

extension IPAddress {
  /// The IPv4 address inside an IPv4-mapped address (RFC 4291 2.5.5.2) or one made by a NAT64 (RFC 6052 2.1), else self.
  fileprivate var unwrapped: IPAddress {
    guard case .v6(let high, let low) = self else { return self }
    let isMapped = high == 0 && low >> 32 == 0xffff
    let isNAT64 = high == 0x0064_ff9b_0000_0000 && low >> 32 == 0
    return isMapped || isNAT64 ? .v4(UInt32(truncatingIfNeeded: low)) : self
  }
}
