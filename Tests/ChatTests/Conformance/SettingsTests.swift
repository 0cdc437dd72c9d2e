import Chat
import Foundation
import Testing

/// What every platform must refuse to start with.
@Suite("Every platform, settings")
struct SettingsTests {
  static let kinds = PlatformRegistry.all.map { $0.kind }

  private func problem(_ settings: PlatformSettings) -> SettingsProblem? {
    do throws(SettingsProblem) {
      _ = try PlatformRegistry.make(settings, environment: PlatformEnvironment())
      return nil
    } catch { return error }
  }

  private func settings(_ kind: String) throws -> PlatformSettings {
    try SampleSettings.settings(PlatformFacts.of(kind).type)
  }

  @Test("A missing or empty secret stops the start and is named", arguments: kinds)
  func refusesMissingSecrets(kind: String) throws {
    let good = try settings(kind)
    #expect(problem(good) == nil)
    let type = try #require(PlatformRegistry.platform(kind))
    for key in type.keys where key.isRequired {
      var missing = good
      missing.secrets[key.name] = nil
      missing.options[key.name] = nil
      #expect(problem(missing)?.key == key.name)
      var empty = good
      if key.isSecret { empty.secrets[key.name] = Secret("") } else { empty.options[key.name] = "" }
      #expect(problem(empty)?.key == key.name)
      #expect("\(try #require(problem(empty)))".contains("platforms.clinic.\(key.name)"))
    }
  }

  @Test("An unknown key and a secret among plain values stop the start and are named", arguments: kinds)
  func refusesUnknownKeys(kind: String) throws {
    var unknown = try settings(kind)
    unknown.options["colour"] = "red"
    #expect(problem(unknown)?.key == "colour")
    var exposed = try settings(kind)
    let secret = try #require(exposed.secrets.keys.sorted().first)
    exposed.options[secret] = "canary"
    #expect(problem(exposed)?.key == secret)
    #expect(problem(exposed)?.description.contains("canary") == false)
  }

  @Test("Each platform has facts for this suite, a name of its own, and a set-up page that names every key")
  func isDocumented() throws {
    #expect(Set(Self.kinds).count == Self.kinds.count)
    for type in PlatformRegistry.all {
      _ = try PlatformFacts.of(type.kind)
      let page = try String(
        contentsOf: Repository.root.appending(path: "Config/platforms/\(type.kind).md"), encoding: .utf8)
      for key in type.keys { #expect(page.contains("`\(key.name)`"), "\(type.kind): \(key.name)") }
    }
  }
}
