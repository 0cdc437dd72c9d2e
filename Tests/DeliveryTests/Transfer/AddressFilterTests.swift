import Delivery
import Testing

@Suite("The address filter") struct AddressFilterTests {
  /// First and last address of each block.
  @Test(arguments: [
    ("10.0.0.0", "10.255.255.255"), ("100.64.0.0", "100.127.255.255"), ("127.0.0.0", "127.255.255.255"),
    ("172.16.0.0", "172.31.255.255"), ("192.168.0.0", "192.168.255.255"), ("198.18.0.0", "198.19.255.255"),
    ("::1", "::1"), ("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("::ffff:10.0.0.0", "::ffff:10.255.255.255"), ("::ffff:127.0.0.1", "::ffff:7fff:ffff"),
    ("64:ff9b::192.168.0.0", "64:ff9b::192.168.255.255"),
  ])
  func keepsPrivateAddressesForNamedHosts(first: String, last: String) throws {
    for text in [first, last] {
      let address = try #require(IPAddress(text))
      #expect(AddressFilter.standard.reach(of: address) == .namedHostsOnly, "\(text)")
      #expect(AddressFilter.standard.admits(address, named: true))
      #expect(!AddressFilter.standard.admits(address, named: false))
    }
  }

  @Test(arguments: [
    ("0.0.0.0", "0.255.255.255"), ("169.254.0.0", "169.254.255.255"), ("192.0.0.0", "192.0.0.255"),
    ("192.0.2.0", "192.0.2.255"), ("192.31.196.0", "192.31.196.255"), ("192.52.193.0", "192.52.193.255"),
    ("192.88.99.0", "192.88.99.255"), ("192.175.48.0", "192.175.48.255"), ("198.51.100.0", "198.51.100.255"),
    ("203.0.113.0", "203.0.113.255"), ("224.0.0.0", "239.255.255.255"), ("240.0.0.0", "255.255.255.255"),
    ("100.100.100.200", "100.100.100.200"), ("168.63.129.16", "168.63.129.16"), ("fd00:ec2::254", "fd00:ec2::23"),
    ("::", "::"), ("::2", "::7fff:1"), ("::ffff:169.254.169.254", "::ffff:0.0.0.0"),
    ("::ffff:0:7f00:1", "::ffff:0:a00:1"), ("64:ff9b::169.254.169.254", "64:ff9b::"),
    ("64:ff9b:1::", "64:ff9b:1:ffff::"),
    ("100::", "100::ffff:ffff:ffff:ffff"), ("2001::", "2001:0:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("2001:2::", "2001:1ff:ffff::"), ("2001:db8::", "2001:db8:ffff:ffff::"),
    ("2002:7f00:1::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), ("2620:4f:8000::", "2620:4f:8000:ffff::"),
    ("3fff::", "3fff:fff:ffff::"), ("4000::", "5f00::1"), ("fe80::", "febf:ffff::"), ("fec0::", "feff:ffff::"),
    ("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
  ])
  func keepsSpecialAddressesFromEverybody(first: String, last: String) throws {
    for text in [first, last] {
      let address = try #require(IPAddress(text))
      #expect(AddressFilter.standard.reach(of: address) == .nobody, "\(text)")
      #expect(!AddressFilter.standard.admits(address, named: true))
    }
  }

  /// The neighbours of the blocks above, and addresses of well-known servers.
  @Test(arguments: [
    "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
    "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0", "192.167.255.255",
    "192.169.0.0", "198.17.255.255", "198.20.0.0", "198.51.99.255", "203.0.112.255", "203.0.114.0", "223.255.255.255",
    "8.8.8.8", "149.154.167.220", "2001:200::", "2001:4860:4860::8888", "2003::", "2606:4700:4700::1111", "2000::1",
    "3ffe:ffff::", "3fff:1000::", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
  ])
  func letsEverybodyReachPublicAddresses(text: String) throws {
    #expect(AddressFilter.standard.reach(of: try #require(IPAddress(text))) == .anyone)
  }

  @Test(arguments: [
    "", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", "0x7f.0.0.1", "01.2.3.4", ":::", "fe80::1%eth0", "1::2::3",
    "[::1]",
  ])
  func takesNothingElseForAnAddress(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: ["10.0.0.0", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "ten/8", "10.0.0.0/8/8", "/8"])
  func refusesMalformedBlocks(text: String) {
    #expect(AddressBlock(text) == nil)
  }

  @Test func closesWhereItsTableCannotBeRead() throws {
    let filter = AddressFilter([("10.0.0.0/8", .anyone), ("oops", .nobody)])
    #expect(filter.reach(of: try #require(IPAddress("10.0.0.1"))) == .nobody)
  }

  @Test func comparesBlocksOfEveryLength() throws {
    for length in 0...32 {
      let mask = length == 0 ? 0 : UInt32.max << UInt32(32 - length)
      let first = 0xC0A8_57A9 & mask
      let text = [24, 16, 8, 0].map { String(first >> $0 & 255) }.joined(separator: ".")
      let block = try #require(AddressBlock("\(text)/\(length)"))
      #expect(block.contains(.v4(first)) && block.contains(.v4(first | ~mask)))
      #expect(length == 0 || !block.contains(.v4(first ^ (1 << UInt32(32 - length)))))
      #expect(!block.contains(.v6(0, UInt64(first))))
    }
    for length in 1...128 {
      let one = length <= 64 ? (UInt64(1) << (64 - length), UInt64(0)) : (0, UInt64(1) << (128 - length))
      let block = try #require(AddressBlock("::/\(length)"))
      #expect(block.contains(.v6(0, 0)) && !block.contains(.v6(one.0, one.1)))
    }
  }

  @Test func namesHostsAsTheyStandInURLs() {
    let access = AddressAccess(naming: ["Chat.Example.org.", "127.0.0.1:8008", "[::1]", "dotted.example.:81"])
    #expect(access.names(host: "chat.example.org", port: 443) && access.names(host: "CHAT.example.org.", port: 1))
    #expect(access.names(host: "127.0.0.1", port: 8008) && !access.names(host: "127.0.0.1", port: 8009))
    #expect(access.names(host: "[::1]", port: 443) && access.names(host: "dotted.example", port: 81))
    #expect(!access.names(host: "example.org", port: 443) && !access.names(host: "a.chat.example.org", port: 443))
    #expect(!AddressAccess.publicOnly.names(host: "127.0.0.1", port: 443) && !access.names(host: "", port: 443))
  }
}
