import Glibc

/// An internet address as the network sees it, without port or zone.
package enum IPAddress: Hashable, Sendable {
  /// IPv4, the first byte of the written form highest.
  case v4(UInt32)
  /// IPv6, the first eight and the last eight bytes.
  case v6(UInt64, UInt64)

  /// Reads the written forms of RFC 4291 and the four-part decimal form; nil for everything else, host names too.
  package init?(_ text: String) {
    var v4 = in_addr()
    var v6 = in6_addr()
    if inet_pton(AF_INET, text, &v4) == 1 {
      self = .v4(UInt32(bigEndian: v4.s_addr))
    } else if inet_pton(AF_INET6, text, &v6) == 1 {
      self = withUnsafeBytes(of: v6) { .v6(bigEndianBytes: $0) }
    } else {
      return nil
    }
  }

  /// Reads a socket address as the system gives it; nil for another family than IPv4 and IPv6, and where it is cut short.
  package init?(socketAddress: UnsafeRawBufferPointer) {
    guard let start = socketAddress.baseAddress, socketAddress.count >= MemoryLayout<sockaddr>.size else { return nil }
    switch Int32(start.loadUnaligned(as: sa_family_t.self)) {
    case AF_INET:
      self = .v4(UInt32(bigEndian: start.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr))
    case AF_INET6 where socketAddress.count >= MemoryLayout<sockaddr_in6>.size:
      let address = start.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      self = withUnsafeBytes(of: address) { .v6(bigEndianBytes: $0) }
    default:
      return nil
    }
  }

  private static func v6(bigEndianBytes bytes: UnsafeRawBufferPointer) -> IPAddress {
    .v6(
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }
}
