import Chat
import Daemon
import Foundation
import Testing

@Suite("Platforms of the configuration")
struct PlatformLoaderTests {
  private func plans(_ text: String, _ environment: [String: String] = [:]) throws -> [PlatformPlan] {
    let settings = try SettingsReader.read(text: text, name: "m.yaml", environment: environment)
    return try PlatformLoader(settings, environment: environment).plans()
  }

  @Test("A secret comes from the environment")
  func secretFromEnvironment() throws {
    let text = "platforms: [{name: ward-1, kind: slack, private_hosts: [localhost]}]"
    let plans = try plans(
      text,
      ["MARROW_PLATFORMS_WARD_1_SIGNING_SECRET": "0123456789abcdef", "MARROW_PLATFORMS_WARD_1_BOT_TOKEN": "xoxb-1"])
    #expect(plans.first?.settings.secrets["signing_secret"]?.value == "0123456789abcdef")
    #expect(plans.first?.privateHosts == ["localhost"])
  }

  @Test("A secret comes from a file that only its owner may read, and from no other")
  func secretFromFile() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("secret-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try "0123456789abcdef\n".write(to: file, atomically: true, encoding: .utf8)
    let text = "platforms: [{name: a, kind: slack, signing_secret_file: \(file.path)}]"
    let environment = ["MARROW_PLATFORMS_A_BOT_TOKEN": "xoxb-1"]
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    let refused = #expect(throws: SettingsRefused.self) { try plans(text, environment) }
    #expect(
      refused?.description.contains("platforms.a.signing_secret: its file \(file.path) can be read by others") == true)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    #expect(try plans(text, environment).first?.settings.secrets["signing_secret"]?.value == "0123456789abcdef")
  }

  @Test(
    "A platform that cannot start names its key",
    arguments: [
      (
        "{name: a, kind: slack}", "platforms.a.signing_secret: is missing; give it as MARROW_PLATFORMS_A_SIGNING_SECRET"
      ),
      ("{name: a, kind: slack, signing_secret: abc}", "platforms.a.signing_secret: is a secret; give it as MARROW_"),
      ("{name: a, kind: pigeon}", "platforms.a.kind: there is no such platform"),
      ("{name: a, kind: slack, colour_file: /x}", "platforms.a.colour_file: the platform has no such secret"),
    ])
  func refused(_ entry: String, _ problem: String) throws {
    let refused = #expect(throws: SettingsRefused.self) { try plans("platforms: [\(entry)]") }
    #expect(refused?.description.contains(problem) == true, "\(refused?.description ?? "")")
  }

  @Test("An unknown variable of a platform is refused")
  func unknownVariable() throws {
    let refused = #expect(throws: SettingsRefused.self) {
      try plans("platforms: [{name: a, kind: slack}]", ["MARROW_PLATFORMS_A_COLOUR": "red"])
    }
    #expect(refused?.description.contains("MARROW_PLATFORMS_A_COLOUR: the platform a has no such key") == true)
  }

  @Test("A platform knows its public address where one is configured")
  func publicAddress() throws {
    let text = "listen: {public_url: https://bot.example/}\nplatforms: [{name: a, kind: slack}]"
    let environment = ["MARROW_PLATFORMS_A_SIGNING_SECRET": "0123456789abcdef", "MARROW_PLATFORMS_A_BOT_TOKEN": "x"]
    #expect(try plans(text, environment).first?.settings.publicURL == "https://bot.example/webhooks/a")
  }
}
