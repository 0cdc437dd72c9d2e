/// All addresses that begin with the same bits, such as `10.0.0.0/8`.
package struct AddressBlock: Hashable, Sendable {
  private let first: IPAddress
  private let length: Int

  /// Reads `address/length`; nil where either is malformed or a bit beyond the length is set.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1]) else { return nil }
    guard (0...address.width).contains(length), address.keeping(length) == address else { return nil }
    first = address
    self.length = length
  }

  /// Whether an address lies in the block. An IPv6 address is never in an IPv4 block: what it embeds is unwrapped before.
  package func contains(_ address: IPAddress) -> Bool {
    address.width == first.width && address.keeping(length) == first
  }
}

extension IPAddress {
  /// 32 or 128.
  fileprivate var width: Int {
    switch self {
    case .v4: 32
    case .v6: 128
    }
  }

  /// The address with all but its first bits cleared.
  fileprivate func keeping(_ bits: Int) -> IPAddress {
    switch self {
    case .v4(let value): .v4(value & ~UInt32.max.shifted(by: bits))
    case .v6(let high, let low): .v6(high & ~UInt64.max.shifted(by: bits), low & ~UInt64.max.shifted(by: bits - 64))
    }
  }
}

extension FixedWidthInteger where Self: UnsignedInteger {
  /// All bits but the first `bits`: a count below zero keeps them all, one beyond the width none.
  fileprivate func shifted(by bits: Int) -> Self { bits <= 0 ? self : self >> Self(clamping: bits) }
}
