/// Host parts of URLs that mean this machine or its neighbourhood, or might to some parser.
enum Spellings {
  static let hosts: [String] = v4Forms + v6Forms + names + lookalikes

  private static let addresses: [(UInt32, UInt32, UInt32, UInt32)] = [
    (127, 0, 0, 1), (127, 1, 2, 3), (127, 255, 255, 254), (10, 0, 0, 1), (192, 168, 0, 1), (172, 16, 0, 1),
    (169, 254, 169, 254), (0, 0, 0, 0), (100, 64, 0, 1), (198, 18, 0, 1),
  ]

  /// The forms of inet_aton: one to four parts, each decimal, octal or hexadecimal.
  private static let v4Forms: [String] = addresses.flatMap { a, b, c, d in
    let all = a << 24 | b << 16 | c << 8 | d
    let hex = String(all, radix: 16), octal = String(all, radix: 8)
    return [
      "\(a).\(b).\(c).\(d)", "\(a).\(b).\(c).\(d).", "\(a).\(b).\(c << 8 | d)", "\(a).\(b << 16 | c << 8 | d)",
      "\(all)",
      "0x\(hex)", "0X\(hex)", "0x00000000\(hex)", "0\(octal)", "0000000\(octal)",
      "0x\(String(a, radix: 16)).\(b).\(c).\(d)", "0\(String(a, radix: 8)).\(b).\(c).0\(String(d, radix: 8))",
      "\(a).\(b).\(c).0x\(String(d, radix: 16))",
    ]
  }

  private static let v6Forms: [String] = addresses.flatMap { a, b, c, d in
    let high = String(a << 8 | b, radix: 16), low = String(c << 8 | d, radix: 16)
    return [
      "[::ffff:\(a).\(b).\(c).\(d)]", "[::ffff:\(high):\(low)]", "[0:0:0:0:0:ffff:\(high):\(low)]",
      "[::\(high):\(low)]",
      "[64:ff9b::\(high):\(low)]", "[64:ff9b:1::\(high):\(low)]", "[2002:\(high):\(low)::1]",
      "[::ffff:0:\(high):\(low)]",
    ]
  }

  private static let names = [
    "localhost", "LOCALHOST", "localhost.", "LocalHost.", "[::1]", "[0:0:0:0:0:0:0:1]", "[0000::1]", "[::]",
    "[::0.0.0.1]",
    "[fe80::1]", "[fe80::1%25lo]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[2001:0:7f00:1::]", "[100::1]",
    "ip6-localhost", "ip6-loopback", "127.0.0.1.nip.invalid", "a.localhost", "0", "00", "0x0", "127.1", "127.0.1",
    "0.1",
  ]

  /// Characters that IDNA takes for digits or dots, escapes, and marks that end a host for some parsers.
  private static let lookalikes = [
    "①②⑦.⓪.⓪.①", "１２７.０.０.１", "127。0。0。1", "127．0．0．1", "127｡0｡0｡1", "%31%32%37.0.0.1", "127.0.0.1%2f", "loc%61lhost",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "localhost%00.example.org", "127.0.0.1\\@example.org", "example.org\\@127.0.0.1",
  ]
}
