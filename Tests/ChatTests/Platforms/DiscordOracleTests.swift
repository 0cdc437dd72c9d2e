import Chat
import Foundation
import Testing

@Suite("Discord, against libsodium and Discord's verifier", .enabled(if: Oracle.isInstalled))
struct DiscordOracleTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_010)
  private static let seed = String(repeating: "0b", count: 32)
  private static let bodies = [
    DiscordSamples.ping, DiscordSamples.ask("What is ALL? é 日本語 🙂"), DiscordSamples.press("1:Symptoms"), "{}",
    " {\"type\" : 1}\n", "",
  ]

  private struct Request: Encodable {
    let op: String
    var seed: String?
    var timestamp: String?
    var `public`: String?
    var headers: [String: String]?
    let body: String
  }

  private struct Signed: Decodable {
    let `public`: String
    let signature: String
  }

  private struct Verified: Decodable { let valid: Bool }

  private func isAccepted(_ request: WebhookRequest, by platform: any ChatPlatform) async -> Bool {
    do {
      try await platform.verify(request, at: Self.now)
      return true
    } catch { return false }
  }

  @Test("What libsodium signs, we accept; changed, we refuse, and so does Discord's verifier")
  func acceptsTheirs() async throws {
    let requests = Self.bodies.map { Request(op: "sign", seed: Self.seed, timestamp: "1790000010", body: $0) }
    let signed = try await Oracle.ask("discord.py", requests, as: Signed.self)
    let key = try #require(signed.first?.public)
    let settings = PlatformSettings(name: "d", kind: "discord", options: ["public_key": key])
    let platform = try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    var both: [(WebhookRequest, Request)] = []
    for (body, reply) in zip(Self.bodies, signed) {
      for change in ["", " "] {
        var request = DiscordSamples.request(body + change, at: Self.now)
        request.set([("x-signature-ed25519", reply.signature), ("x-signature-timestamp", "1790000010")])
        both.append(
          (request, Request(op: "verify", public: key, headers: request.headers.byName, body: body + change)))
        #expect(await isAccepted(request, by: platform) == change.isEmpty)
      }
    }
    let verdicts = try await Oracle.ask("discord.py", both.map(\.1), as: Verified.self)
    for ((request, _), verdict) in zip(both, verdicts) {
      #expect(await isAccepted(request, by: platform) == verdict.valid)
    }
  }

  @Test("What we sign for trials, Discord's verifier accepts")
  func signsAcceptable() async throws {
    let platform = try DiscordSamples.platform()
    let settings = SampleSettings.settings(DiscordPlatform.self)
    let request = try #require(platform.simulated(question: "What is é 🙂?", user: "u", at: Self.now))
    let ask = Request(
      op: "verify", public: settings.options["public_key"], headers: request.headers.byName,
      body: String(decoding: request.body, as: UTF8.self))
    #expect(try await Oracle.ask("discord.py", [ask], as: Verified.self).first?.valid == true)
  }
}
