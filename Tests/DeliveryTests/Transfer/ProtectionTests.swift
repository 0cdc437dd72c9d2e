import Delivery
import Foundation
import HTTPTypes
import Testing

@Suite("An engine goes nowhere it was not sent") struct ProtectionTests {
  @Test(arguments: [
    "http://example.org/", "HTTP://example.org/", "ftp://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1/",
    "dict://127.0.0.1:11211/", "ldap://127.0.0.1/", "smb://127.0.0.1/", "scp://127.0.0.1/x", "telnet://127.0.0.1/",
    "ws://127.0.0.1/", "unknown://127.0.0.1/",
  ])
  func onlyHTTPSIsSpokenToHostsThatNobodyNames(url: String) async throws {
    try await withEngine { engine in
      #expect(await engine.failure(of: .post(url)) == .refusedURL(.notHTTPS))
    }
  }

  @Test func httpIsSpokenOnlyToTheHostThatIsNamed() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine { engine in
      for access in [AddressAccess.publicOnly, AddressAccess(naming: ["localhost", "127.0.0.2", "127.0.0.1:1"])] {
        #expect(await engine.failure(of: .post(server.url, access: access)) == .refusedURL(.notHTTPS))
      }
      #expect(server.connections == 0)
      #expect(await engine.failure(of: .post(server.url, access: AddressAccess(naming: ["127.0.0.1"]))) == nil)
      #expect(
        await engine.failure(of: .post(server.url, access: AddressAccess(naming: ["127.0.0.1:\(server.port)"]))) == nil)
    }
  }

  @Test func aURLIsJudgedByTheAccessOfEachRequest() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine { engine in
      for number in 0..<200 {
        let url = server.url + "\(number % 100)"
        #expect(await engine.failure(of: .post(url)) == nil)
        #expect(await engine.failure(of: .post(url, access: .publicOnly)) == .refusedURL(.notHTTPS))
      }
    }
    #expect(server.requests.map(\.line) == (0..<200).map { "POST /\($0 % 100) HTTP/1.1" })
  }

  @Test(arguments: [
    "", " ", "https://", "https:///path", "//example.org/", "/path", "example.org", "https://exa mple.org/",
    "https://example.org/a b", "https://example.org/\r\nX-Injected: 1", "https://example.org/\u{0}.evil.example/",
    "https://example.org:99999/", "https://example.org:x/", "https://[::1/", "https:/example.org/", "https:example.org",
    "https://example.org\\@127.0.0.1/", "https://[fe80::zz]/",
  ])
  func malformedURLsAreRefused(url: String) async throws {
    try await withEngine { engine in
      guard case .refusedURL = await engine.failure(of: .post(url)) else {
        Issue.record("not refused")
        return
      }
    }
  }

  @Test(arguments: ["https://user@127.0.0.1/", "https://user:word@127.0.0.1/", "https://example.org@127.0.0.1/"])
  func namesAndPasswordsInURLsAreRefused(url: String) async throws {
    try await withEngine { engine in
      #expect(await engine.failure(of: .post(url)) == .refusedURL(.credentials))
    }
  }

  /// Every way to write a loopback address that somebody might try, none of which may reach the server.
  @Test func noSpellingOfAPrivateAddressGetsThrough() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    let urls = Spellings.hosts.map { "https://\($0):\(server.port)/" }
    #expect(urls.count >= 200)
    try await withEngine { engine in
      for url in urls {
        let failure = await engine.failure(of: .post(url, access: .publicOnly))
        switch failure {
        case .refusedAddress, .refusedURL: break
        // Not found: it is no spelling of an address here.
        case .connection(code: 6): break
        default: Issue.record("\(url) ended as \(String(describing: failure))")
        }
      }
    }
    #expect(server.connections == 0)
  }

  @Test(arguments: [301, 302, 303, 307, 308]) func redirectsAreNotFollowed(status: Int) async throws {
    let elsewhere = try LoopbackServer()
    let server = try LoopbackServer { _ in
      .answer(status: status, headers: ["Location: \(elsewhere.url)", "Refresh: 0; url=\(elsewhere.url)"])
    }
    defer {
      server.stop()
      elsewhere.stop()
    }
    try await withEngine { engine in
      let response = try await engine.perform(.post(server.url))
      #expect(response.status == status)
      #expect(response.headers[.location] == elsewhere.url)
    }
    #expect(server.requests.count == 1)
    #expect(elsewhere.connections == 0)
  }

  @Test func aNameThatLeadsToAPrivateAddressIsRefusedUnlessNamed() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    let name = "private.fake.test"
    FakeResolver.shared.answer(name, [.addresses(["127.0.0.1"])])
    try await withEngine { engine in
      let url = "https://\(name):\(server.port)/"
      #expect(await engine.failure(of: .post(url, access: .publicOnly)) == .refusedAddress)
      #expect(server.connections == 0)
      let plain = TransferRequest.post(
        "http://\(name):\(server.port)/", access: AddressAccess(naming: [name]))
      #expect(await engine.failure(of: plain) == nil)
    }
    #expect(FakeResolver.shared.lookups(of: name) > 0)
  }

  @Test func aNamedHostStillReachesNoSpecialAddress() async throws {
    let name = "metadata.fake.test"
    FakeResolver.shared.answer(name, [.addresses(["169.254.169.254"])])
    try await withEngine { engine in
      let request = TransferRequest.post("http://\(name)/latest", access: AddressAccess(naming: [name]))
      #expect(await engine.failure(of: request) == .refusedAddress)
    }
  }

  /// 127.0.0.2 plays a public address here, so that the first look-up leads to a real server.
  @Test func aNameThatChangesItsAddressIsJudgedAnew() async throws {
    let filter = AddressFilter([("127.0.0.2/32", .anyone), ("127.0.0.0/8", .namedHostsOnly)])
    let outside = try LoopbackServer(address: "127.0.0.2", hangsUp: true)
    let inside = try LoopbackServer(port: outside.port)
    defer {
      outside.stop()
      inside.stop()
    }
    let name = "rebinding.fake.test"
    let url = "https://\(name):\(outside.port)/"
    FakeResolver.shared.answer(name, [.addresses(["127.0.0.2"]), .addresses(["127.0.0.1"])])
    // An engine each, since the first look-up's answer is kept for a minute.
    for expected in [TransferFailure.connection(code: 35), .refusedAddress] {
      try await withEngine(filter: filter) { engine in
        #expect(await engine.failure(of: .post(url, access: .publicOnly)) == expected)
      }
    }
    #expect(FakeResolver.shared.lookups(of: name) == 2)
    #expect(outside.connections == 1)
    #expect(inside.connections == 0)
  }

  @Test func aPrivateAddressAmongPublicOnesIsPassedOver() async throws {
    let filter = AddressFilter([("127.0.0.2/32", .anyone), ("127.0.0.0/8", .namedHostsOnly)])
    let hidden = try LoopbackServer()
    defer { hidden.stop() }
    let name = "mixed.fake.test"
    FakeResolver.shared.answer(name, [.addresses(["127.0.0.2", "127.0.0.1"])])
    try await withEngine(filter: filter) { engine in
      let failure = await engine.failure(of: .post("https://\(name):\(hidden.port)/", access: .publicOnly))
      // The public address was tried and did not answer: no refusal, but a failed connection.
      #expect(failure == .connection(code: 7))
    }
    #expect(hidden.connections == 0)
  }

  @Test func aConnectionThatAnotherDestinationOpenedIsNoWayIn() async throws {
    let tls = try await TLSServer.start(host: "127.0.0.1")
    defer { tls.stop() }
    try await withEngine { engine in
      let named = TransferRequest.post(tls.url, trust: tls.trust)
      try await #expect(engine.perform(named).status == 200)
      var unnamed = named
      unnamed.access = .publicOnly
      #expect(await engine.failure(of: unnamed) == .refusedAddress)
      try await #expect(engine.perform(named).status == 200)
    }
  }

  @Test func aLookUpThatHangsHoldsUpNobodyElse() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    let held = DispatchSemaphore(value: 0)
    defer { held.signal() }
    let name = "hanging.fake.test"
    FakeResolver.shared.answer(name, [.hang(until: held)])
    let engine = try CurlEngine(agent: "marrow/test")
    let hanging = Task { await engine.failure(of: .post("https://\(name)/", access: .publicOnly)) }
    while FakeResolver.shared.lookups(of: name) == 0 { await Task.yield() }
    #expect(
      await engine.failure(of: .post("https://\(name)/", connect: .milliseconds(50), access: .publicOnly)) == .timedOut)
    hanging.cancel()
    #expect(await hanging.value == .cancelled)
    try await #expect(engine.perform(.post(server.url)).status == 200)
    await engine.shutdown()
  }

  @Test func theEnvironmentsProxyIsNotUsed() async throws {
    let proxy = try LoopbackServer()
    let server = try LoopbackServer()
    defer {
      proxy.stop()
      server.stop()
      unsetenv("http_proxy")
      unsetenv("ALL_PROXY")
    }
    setenv("http_proxy", proxy.url, 1)
    setenv("ALL_PROXY", proxy.url, 1)
    try await withEngine { engine in
      try await #expect(engine.perform(.post(server.url)).status == 200)
    }
    #expect(proxy.connections == 0)
  }

  @Test func nothingSecretIsPrinted() async throws {
    let secret = "xoxb-canary"
    let request = TransferRequest.post(
      "http://127.0.0.1:1/bot\(secret)/send", headers: [.authorization: "Bearer \(secret)"], body: secret)
    var dumped = ""
    dump(request, to: &dumped)
    try await withEngine { engine in
      var texts = [dumped, "\(request)", String(reflecting: request), String(describing: Optional(request))]
      for broken in [request.url, "https://\(secret)@x/", "http://\(secret)/", "https://\(secret).invalid/", secret] {
        let failure = await engine.failure(of: .post(broken))
        texts += ["\(String(describing: failure))", String(reflecting: failure), failure?.description ?? "none"]
      }
      for text in texts { #expect(!text.contains(secret) && !text.contains("canary")) }
    }
  }
}
