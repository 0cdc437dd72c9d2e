import Delivery
import Foundation
import Testing

@Suite(
  "An engine trusts no stranger",
  .enabled(if: TLSServer.isPossible, "SKIPPED: openssl and python3 are needed to test TLS"))
struct TLSTests {
  @Test func aSelfSignedServerIsTrustedWithItsOwnAuthorityOnly() async throws {
    let server = try await TLSServer.start(host: "127.0.0.1")
    defer { server.stop() }
    // One handle for all, so that the trust of one transfer would show in the next.
    try await withEngine(limits: TransferLimits(active: 1)) { engine in
      for _ in 0..<2 {
        #expect(await engine.failure(of: .post(server.url)) == .untrustedCertificate)
        let response = try await engine.perform(.post(server.url, body: "hello", trust: server.trust))
        #expect(response.body == Data("hello".utf8))
      }
    }
  }

  @Test func anotherAuthorityDoesNotHelp() async throws {
    let server = try await TLSServer.start(host: "127.0.0.1")
    let other = try await TLSServer.start(host: "127.0.0.1")
    defer {
      server.stop()
      other.stop()
    }
    try await withEngine { engine in
      #expect(await engine.failure(of: .post(server.url, trust: other.trust)) == .untrustedCertificate)
    }
  }

  @Test func aCertificateForAnotherNameIsRefused() async throws {
    let server = try await TLSServer.start(host: "127.0.0.1", names: "DNS:elsewhere.example,IP:127.0.0.2")
    defer { server.stop() }
    try await withEngine { engine in
      #expect(await engine.failure(of: .post(server.url, trust: server.trust)) == .untrustedCertificate)
    }
  }

  @Test func aCertificateThatHasRunOutIsRefused() async throws {
    let server = try await TLSServer.start(host: "127.0.0.1", days: -1)
    defer { server.stop() }
    try await withEngine { engine in
      #expect(await engine.failure(of: .post(server.url, trust: server.trust)) == .untrustedCertificate)
    }
  }

  @Test func anAuthorityFileThatIsNotThereIsNoReasonToTrust() async throws {
    let server = try await TLSServer.start(host: "127.0.0.1")
    defer { server.stop() }
    try await withEngine { engine in
      let trust = CertificateTrust.authorities(file: "/nonexistent/authority.pem")
      #expect(await engine.failure(of: .post(server.url, trust: trust)) == .untrustedCertificate)
    }
  }

  @Test(arguments: [("TLSv1_1", false), ("TLSv1_2", true), ("TLSv1_3", true)])
  func oldVersionsAreNotSpoken(version: String, isSpoken: Bool) async throws {
    let server = try await TLSServer.start(host: "127.0.0.1", tls: version)
    defer { server.stop() }
    try await withEngine { engine in
      let failure = await engine.failure(of: .post(server.url, trust: server.trust))
      #expect(failure == (isSpoken ? nil : .connection(code: 35)))
    }
  }

  @Test func plainHTTPBehindAnHTTPSURLIsAFailedConnection() async throws {
    let server = try LoopbackServer(hangsUp: true)
    defer { server.stop() }
    try await withEngine { engine in
      guard case .connection = await engine.failure(of: .post("https://127.0.0.1:\(server.port)/")) else {
        Issue.record("no failed connection")
        return
      }
    }
  }
}
