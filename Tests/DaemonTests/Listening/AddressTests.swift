import Daemon
import Foundation
import HTTPTypes
import Testing

@Suite("Addresses")
struct AddressTests {
  private func resolve(_ peer: String, _ forwarded: [String], trusted: [String]) throws -> ClientAddress {
    let name = try #require(HTTPField.Name("X-Forwarded-For"))
    let headers = HTTPFields(forwarded.map { HTTPField(name: name, value: $0) })
    return ClientAddress.resolve(peer: peer, headers: headers, trusted: trusted.compactMap(AddressNetwork.init))
  }

  @Test(
    "A network holds the addresses below it and no others",
    arguments: [
      ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.168.1.4", "192.168.1.4", true),
      ("192.168.1.4", "192.168.1.5", false), ("fd00::/8", "fd12::1", true), ("fd00::/8", "fe00::1", false),
      ("10.0.0.0/9", "10.128.0.1", false), ("10.0.0.0/8", "::ffff:10.1.2.3", true), ("0.0.0.0/0", "8.8.8.8", true),
      ("10.0.0.0/8", "fd00::1", false),
    ])
  func networks(_ network: String, _ address: String, _ isInside: Bool) throws {
    #expect(try #require(AddressNetwork(network)).contains(address) == isInside)
  }

  @Test(
    "What is no network is refused", arguments: ["", "10.0.0.0/33", "fd00::/129", "host", "10.0.0.0/-1", "1.2.3/8"])
  func noNetworks(_ text: String) { #expect(AddressNetwork(text) == nil) }

  @Test("A forwarded address is believed from a trusted proxy only")
  func trust() throws {
    #expect(try resolve("10.0.0.1", ["203.0.113.5"], trusted: ["10.0.0.0/8"]) == ClientAddress("203.0.113.5"))
    #expect(
      try resolve("198.51.100.1", ["203.0.113.5"], trusted: ["10.0.0.0/8"])
        == ClientAddress("198.51.100.1", isDoubtful: true))
    #expect(try resolve("198.51.100.1", [], trusted: []) == ClientAddress("198.51.100.1"))
  }

  @Test("What stands before the last untrusted address may be made up")
  func chains() throws {
    let trusted = ["10.0.0.0/8"]
    #expect(
      try resolve("10.0.0.1", ["1.1.1.1, 203.0.113.5, 10.0.0.2"], trusted: trusted) == ClientAddress("203.0.113.5"))
    #expect(try resolve("10.0.0.1", ["1.1.1.1", "203.0.113.5"], trusted: trusted) == ClientAddress("203.0.113.5"))
    #expect(try resolve("10.0.0.1", ["10.0.0.9"], trusted: trusted) == ClientAddress("10.0.0.9"))
    #expect(try resolve("10.0.0.1", ["evil\"}, x"], trusted: trusted).isDoubtful)
  }

  @Test("One IPv6 customer is one group")
  func groups() {
    #expect(ClientAddress("2001:db8::1").group == ClientAddress("2001:db8::ffff").group)
    #expect(ClientAddress("2001:db8::1").group != ClientAddress("2001:db8:0:1::1").group)
    #expect(ClientAddress("203.0.113.5").group != ClientAddress("203.0.113.6").group)
  }
}
