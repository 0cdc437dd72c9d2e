extension AddressFilter {
  /// The special-purpose blocks of RFC 6890 as IANA's registries have grown since, link-local and multicast space, and the
  /// fixed addresses where clouds serve secrets to their machines. The more particular block stands first.
  package static let specialBlocks: [(block: String, reach: AddressReach)] = cloudMetadata + v4 + v6

  /// Addresses inside public or private blocks where a cloud answers its own machines with credentials.
  private static let cloudMetadata: [(block: String, reach: AddressReach)] = [
    ("100.100.100.200/32", .nobody),
    ("168.63.129.16/32", .nobody),
    ("192.0.0.192/32", .nobody),
    ("fd00:ec2::/32", .nobody),
    ("fd00:42::42/128", .nobody),
    ("fd20:ce::254/128", .nobody),
  ]

  private static let v4: [(block: String, reach: AddressReach)] = [
    ("0.0.0.0/8", .nobody),  // this network; Linux takes 0.0.0.0 for itself (RFC 791)
    ("10.0.0.0/8", .namedHostsOnly),  // private (RFC 1918)
    ("100.64.0.0/10", .namedHostsOnly),  // shared by carriers' NAT (RFC 6598)
    ("127.0.0.0/8", .namedHostsOnly),  // loopback (RFC 1122)
    ("169.254.0.0/16", .nobody),  // link-local, cloud metadata (RFC 3927)
    ("172.16.0.0/12", .namedHostsOnly),  // private (RFC 1918)
    ("192.0.0.0/24", .nobody),  // protocol assignments (RFC 6890)
    ("192.0.2.0/24", .nobody),  // documentation (RFC 5737)
    ("192.31.196.0/24", .nobody),  // AS112 (RFC 7535)
    ("192.52.193.0/24", .nobody),  // AMT relays (RFC 7450)
    ("192.88.99.0/24", .nobody),  // 6to4 relays, withdrawn (RFC 7526)
    ("192.168.0.0/16", .namedHostsOnly),  // private (RFC 1918)
    ("192.175.48.0/24", .nobody),  // AS112 (RFC 7534)
    ("198.18.0.0/15", .namedHostsOnly),  // benchmarking (RFC 2544)
    ("198.51.100.0/24", .nobody),  // documentation (RFC 5737)
    ("203.0.113.0/24", .nobody),  // documentation (RFC 5737)
    ("224.0.0.0/4", .nobody),  // multicast (RFC 1112)
    ("240.0.0.0/4", .nobody),  // reserved, broadcast (RFC 1112, RFC 919)
  ]

  /// What lies outside 2000::/3 is refused without standing here, unless a named host may have it.
  private static let v6: [(block: String, reach: AddressReach)] = [
    ("::1/128", .namedHostsOnly),  // loopback (RFC 4291)
    ("fc00::/7", .namedHostsOnly),  // unique local (RFC 4193)
    ("2001::/23", .nobody),  // protocol assignments: Teredo, benchmarking, ORCHID (RFC 2928, 4380, 5180, 7343)
    ("2001:db8::/32", .nobody),  // documentation (RFC 3849)
    ("2002::/16", .nobody),  // 6to4: carries any IPv4 address, withdrawn (RFC 3056, 7526)
    ("2620:4f:8000::/48", .nobody),  // AS112 (RFC 7534)
    ("3fff::/20", .nobody),  // documentation (RFC 9637)
  ]
}
