import Glibc

/// An address, or a network in the form `10.0.0.0/8`, IPv4 or IPv6.
package struct AddressNetwork: Sendable, Hashable {
  private let bytes: [UInt8]
  private let bits: Int

  /// A network as it is written; nil where it is none.
  package init?(_ text: String) {
    let pieces = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = pieces.first, let bytes = Self.bytes(of: String(first)) else { return nil }
    let written = pieces.count == 2 ? Int(pieces[1]) : bytes.count * 8
    guard let bits = written, (0...bytes.count * 8).contains(bits) else { return nil }
    self.bytes = bytes
    self.bits = bits
  }

  /// True where an address lies in the network. An IPv4 address in IPv6 form counts as IPv4.
  package func contains(_ address: String) -> Bool {
    guard let other = Self.bytes(of: address), other.count == bytes.count else { return false }
    let whole = bits / 8
    guard other.prefix(whole) == bytes.prefix(whole) else { return false }
    let rest = bits % 8
    return rest == 0 || (other[whole] ^ bytes[whole]) >> (8 - rest) == 0
  }

  /// The bytes of an address, 4 or 16; nil where it is none.
  package static func bytes(of address: String) -> [UInt8]? {
    var four = in_addr()
    if inet_pton(AF_INET, address, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
    var six = in6_addr()
    guard inet_pton(AF_INET6, address, &six) == 1 else { return nil }
    let bytes = withUnsafeBytes(of: six) { Array($0) }
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
    return bytes.starts(with: mapped) ? Array(bytes.suffix(4)) : bytes
  }
}
