import Chat
import Daemon
import Foundation
import Testing

@Suite("The desk's token")
struct DeskTokenTests {
  private func settings(_ file: String) -> Settings {
    var settings = Settings()
    settings.web.deskTokenFile = file
    return settings
  }

  @Test("Without one there is none; the environment comes before a file")
  func sources() throws {
    #expect(try DeskToken.load(Settings(), environment: [:]) == nil)
    let environment = ["MARROW_WEB_DESK_TOKEN": "0123456789abcdef"]
    #expect(try DeskToken.load(settings("/nowhere"), environment: environment)?.value == "0123456789abcdef")
  }

  @Test("A file must be its owner's alone, and the token long enough; the refusal names the key and not the token")
  func files() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("marrow-token-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    for (text, mode, isGood) in [
      ("0123456789abcdef\n", 0o600, true), ("0123456789abcdef", 0o644, false), ("tiny-one", 0o600, false),
    ] {
      try Data(text.utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
      if isGood {
        #expect(try DeskToken.load(settings(file.path), environment: [:])?.value == "0123456789abcdef")
      } else {
        let refusal = #expect(throws: SettingsRefused.self) {
          try DeskToken.load(settings(file.path), environment: [:])
        }
        #expect(refusal?.description.contains("web.desk_token_file") == true)
        #expect(refusal?.description.contains(text) == false)
      }
    }
  }
}
