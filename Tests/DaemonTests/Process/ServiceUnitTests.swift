import Foundation
import Testing

@Suite("The systemd unit")
struct ServiceUnitTests {
  @Test("It shuts the service off from all that it does not need")
  func hardening() throws {
    let unit = try ServiceUnit()
    let switches = [
      "DynamicUser", "NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices", "PrivateUsers", "ProtectClock",
      "ProtectControlGroups", "ProtectHostname", "ProtectKernelLogs", "ProtectKernelModules", "ProtectKernelTunables",
      "RestrictNamespaces", "RestrictRealtime", "RestrictSUIDSGID", "LockPersonality", "MemoryDenyWriteExecute",
      "RemoveIPC",
    ]
    for key in switches { #expect(unit["Service.\(key)"] == ["yes"], "\(key)") }
    let values = [
      "ProtectSystem": "strict", "ProtectProc": "invisible", "CapabilityBoundingSet": "", "AmbientCapabilities": "",
      "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX", "SystemCallArchitectures": "native", "UMask": "0077",
      "StateDirectoryMode": "0700", "LimitCORE": "0",
    ]
    for (key, value) in values { #expect(unit["Service.\(key)"] == [value], "\(key)") }
    #expect(unit["Service.SystemCallFilter"] == ["@system-service", "~@privileged @resources"])
    for key in ["MemoryMax", "TasksMax", "LimitNOFILE"] { #expect(!unit["Service.\(key)"].isEmpty, "\(key)") }
  }

  @Test("It starts the daemon with options that the daemon has, and a configuration that is shipped")
  func start() throws {
    let words = try #require(try ServiceUnit()["Service.ExecStart"].first).split(separator: " ").map(String.init)
    #expect(words.prefix(2) == ["/usr/local/bin/marrow", "serve"])
    let help = try Self.output(of: Program.binary.path, ["serve", "--help"]).text
    let options = words.filter { $0.hasPrefix("-") }
    #expect(!options.isEmpty)
    for option in options { #expect(help.contains("\(option) <") || help.contains("\(option) "), "\(option)") }
    let configuration = try #require(words.last)
    #expect(configuration.hasPrefix("/usr/local/share/marrow/"))
    let shipped = Repository.url.path + configuration.dropFirst("/usr/local/share/marrow".count)
    #expect(FileManager.default.fileExists(atPath: shipped))
  }

  @Test("It gives the daemon longer to stop than the daemon takes")
  func stop() throws {
    let unit = try ServiceUnit()
    let seconds = try #require(unit["Service.TimeoutStopSec"].first.flatMap { Int($0) })
    #expect(seconds > 10)
    #expect(unit["Service.KillSignal"] == ["SIGTERM"])
  }

  @Test(
    "systemd takes it without a word",
    .enabled(
      if: ServiceUnit.verifier != nil, "SKIPPED: systemd-analyze is not installed, so systemd has not seen the unit"))
  func verified() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("marrow-unit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // The program is not installed where tests run, and systemd asks for one that is there.
    let unit = try ServiceUnit().text.replacingOccurrences(of: "/usr/local/bin/marrow", with: "/bin/true")
    let file = folder.appendingPathComponent("marrow.service")
    try unit.write(to: file, atomically: true, encoding: .utf8)
    let result = try Self.output(of: try #require(ServiceUnit.verifier), ["verify", "--man=no", file.path])
    #expect(result.status == 0 && result.text.isEmpty, "\(result.text)")
  }

  /// What a program prints, on either stream, and its exit status.
  private static func output(of program: String, _ arguments: [String]) throws -> (text: String, status: Int32) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (text, process.terminationStatus)
  }
}
