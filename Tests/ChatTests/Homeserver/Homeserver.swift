import Chat
import Foundation
import Testing

/// A real Matrix homeserver for the length of the test run: Tests/Oracles/homeserver.py, run by the Python that
/// Tests/Oracles/install-homeserver.sh sets up. It ends, and removes its folder, when this process does.
actor Homeserver {
  /// What the script says first.
  private struct Place: Decodable {
    let url: String
    let as_token: String
    let hs_token: String
    let user: String
  }

  private struct Started: Decodable { let pid: Int }

  private static let python: URL = {
    let environment = ProcessInfo.processInfo.environment
    if let place = environment["MARROW_HOMESERVER"] { return URL(filePath: place).appending(path: "bin/python") }
    let cache = environment["XDG_CACHE_HOME"].map { URL(filePath: $0) } ?? URL.homeDirectory.appending(path: ".cache")
    return cache.appending(path: "marrow/homeserver/bin/python")
  }()

  /// True where `MARROW_HOMESERVER_TESTS=1` asks for these tests and a homeserver can be started; says so on standard error where not.
  ///
  /// They are asked for by hand: a homeserver that found the bot away waits minutes before it tries again.
  static let isAskedFor: Bool = {
    let isAsked = ProcessInfo.processInfo.environment["MARROW_HOMESERVER_TESTS"] == "1"
    let isThere = FileManager.default.isExecutableFile(atPath: python.path)
    if isAsked && isThere { return true }
    let note =
      "SKIPPED: the tests against a Matrix homeserver; Tests/Oracles/install-homeserver.sh installs one, MARROW_HOMESERVER_TESTS=1 asks for them\n"
    FileHandle.standardError.write(Data(note.utf8))
    return false
  }()

  /// The one that all tests share.
  static let shared = Task { try await Homeserver() }

  /// Where it posts; every test puts a bot of its own behind it.
  nonisolated let door: LoopbackServer
  /// Its base URL.
  nonisolated let url: String
  /// The configuration of a bot that it knows.
  nonisolated let settings: PlatformSettings
  private let child: LineChild
  private var users = 0

  private init() async throws {
    door = try LoopbackServer(mount: "/webhooks/matrix")
    let folder = FileManager.default.temporaryDirectory.appending(path: "homeserver-\(UUID().uuidString)")
    let script = Repository.root.appending(path: "Tests/Oracles/homeserver.py")
    child = try LineChild(Self.python, ["-B", script.path, folder.path, door.url])
    let place = try JSONDecoder().decode(Place.self, from: try await child.ask())
    url = place.url
    settings = PlatformSettings(
      name: "matrix", kind: "matrix", options: ["homeserver_url": place.url, "user_id": place.user],
      secrets: ["as_token": Secret(place.as_token), "hs_token": Secret(place.hs_token)])
  }

  /// Stops it, cleanly or not, and starts it again on the same database.
  func restart(kill: Bool = false) async throws {
    _ = try JSONDecoder().decode(Started.self, from: try await child.ask(kill ? "kill" : "restart"))
  }

  /// A new person.
  func person(isAdministrator: Bool = false) async throws -> MatrixPerson {
    users += 1
    let line = "\(isAdministrator ? "admin" : "user") person\(users)"
    let account = try JSONDecoder().decode(MatrixPerson.Account.self, from: try await child.ask(line))
    return MatrixPerson(account, homeserver: url)
  }
}
