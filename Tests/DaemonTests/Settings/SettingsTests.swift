import Daemon
import Foundation
import Testing

@Suite("Settings")
struct SettingsTests {
  private static let file = Repository.url.appendingPathComponent("Config/marrow.yaml")

  @Test("The shipped file says what holds without it")
  func fileAndDefaultsAgree() throws {
    #expect(try SettingsReader.read(file: Self.file, environment: [:]) == Settings())
  }

  @Test("The shipped file names every key once, with its unit above it")
  func fileNamesEveryKey() throws {
    let documented = try DocumentedKeys(String(contentsOf: Self.file, encoding: .utf8))
    let keys = SettingKey.all
    #expect(documented.comments.keys.sorted() == keys.map(\.path).sorted())
    for key in keys {
      let comment = documented.comments[key.path] ?? ""
      for word in key.unit.split(separator: " ") where word != "list" && word != "of" && word != "amount" {
        let plain = word.trimmingCharacters(in: .punctuationCharacters)
        #expect(comment.localizedCaseInsensitiveContains(plain), "\(key.path): \(plain)")
      }
    }
  }

  @Test("Command line before environment before file before default")
  func precedence() throws {
    let text = "limits: {body_bytes: 2048, header_bytes: 2048, body_seconds: 3}"
    let settings = try SettingsReader.read(
      text: text, name: "m.yaml",
      environment: ["MARROW_LIMITS_BODY_BYTES": "4096", "MARROW_LIMITS_HEADER_BYTES": "4096", "MARROW_HOME": "/x"],
      commandLine: [("limits.body_bytes", "8192")])
    #expect(settings.limits.bodyBytes == 8192)
    #expect(settings.limits.headerBytes == 4096)
    #expect(settings.limits.bodySeconds == 3)
    #expect(settings.limits.headerSeconds == 5)
  }

  @Test("Lists come with commas outside the file")
  func lists() throws {
    let settings = try SettingsReader.read(
      text: nil, name: "", environment: ["MARROW_LISTEN_TRUSTED_PROXIES": "10.0.0.0/8, ::1"])
    #expect(settings.listen.trustedProxies == ["10.0.0.0/8", "::1"])
  }

  @Test(
    "What cannot be used is refused by name",
    arguments: [
      ("listen: {prot: 1}", "m.yaml:1: listen.prot: there is no such key; did you mean listen.port?"),
      ("listen: {port: 70000}", "m.yaml:1: listen.port: expected a whole number from 0 to 65535"),
      ("listen: {port: [1, 2]}", "m.yaml:1: listen.port: expected one value, found a list"),
      ("limits:\n  body_seconds: soon", "m.yaml:2: limits.body_seconds: expected a number of seconds from 0.1 to 120"),
      ("log: {level: loud}", "m.yaml:1: log.level: expected trace, debug, info, notice, warning or error"),
      ("listen: {trusted_proxies: [nobody]}", "listen.trusted_proxies: expected a list of addresses"),
      ("web: {chat: maybe}", "m.yaml:1: web.chat: expected true or false"),
      ("web: {origins: [https://a.example/path]}", "web.origins: expected a list of origins"),
      ("colour: red", "m.yaml:1: colour: there is no such key"),
      ("- 1", "m.yaml: expected keys and values"),
      ("a: [", "m.yaml: is not valid YAML"),
      ("platforms: {name: a}", "platforms: expected a list of platforms"),
      ("platforms: [{name: 'a b', kind: slack}]", "platforms.name: expected letters, digits and -"),
      ("platforms: [{name: a}]", "platforms.kind: is missing"),
      ("platforms: [{name: a, kind: slack}, {name: a, kind: slack}]", "two platforms are called \"a\""),
      ("platforms: [{name: a-b, kind: slack}, {name: A-B, kind: slack}]", "would share its environment variables"),
    ])
  func refused(_ text: String, _ problem: String) throws {
    let refused = #expect(throws: SettingsRefused.self) { try SettingsReader.read(text: text, name: "m.yaml") }
    #expect(refused?.description.contains(problem) == true, "\(refused?.description ?? "")")
  }

  @Test(
    "Variables that name no setting or platform are refused; others are left alone",
    arguments: [
      ("MARROW_LISTEN_PROT", "there is no such setting"), ("MARROW_PLATFORMS_X_TOKEN", "no platform of that name"),
    ])
  func unknownVariables(_ variable: String, _ problem: String) throws {
    let refused = #expect(throws: SettingsRefused.self) {
      try SettingsReader.read(text: nil, name: "", environment: [variable: "1"])
    }
    #expect(
      refused?.description == "\(variable): \(problem) is configured" || refused?.description.contains(problem) == true)
    _ = try SettingsReader.read(text: nil, name: "", environment: ["MARROW_ORACLES": "/x", "PATH": "/bin"])
  }

  @Test("A message never repeats a value, which may be a secret in the wrong place")
  func valuesStayPrivate() throws {
    let refused = #expect(throws: SettingsRefused.self) {
      try SettingsReader.read(
        text: "listen: {port: hunter2}", name: "m.yaml", environment: ["MARROW_LOG_LEVEL": "hunter2"])
    }
    #expect(refused?.description.contains("hunter2") == false)
  }
}
