import Chat
import Daemon
import Foundation
import HTTPTypes
import Testing

/// A real Matrix homeserver for the length of the test run: Tests/Oracles/homeserver.py, run by the Python that
/// `Tests/Oracles/install.sh homeserver` sets up. It ends, and removes its folder, when this process does.
///
/// Both directions lead through a passage. What the homeserver posts while no test has a daemon there is taken all the same: a
/// homeserver that finds its service away waits twice as long after every try, up to minutes.
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

  /// True where a homeserver can be started; says so on standard error where not.
  static let isInstalled: Bool = {
    if FileManager.default.isExecutableFile(atPath: python.path) { return true }
    let note =
      "SKIPPED: the tests against a real Matrix homeserver; `Tests/Oracles/install.sh homeserver` installs one\n"
    FileHandle.standardError.write(Data(note.utf8))
    return false
  }()

  /// The one that all tests share.
  static let shared = Task { try await Homeserver() }

  /// From the homeserver to the daemon.
  nonisolated let inward: Passage
  /// From the daemon to the homeserver.
  nonisolated let outward: Passage
  /// Its base URL, beside the passages.
  nonisolated let url: String
  /// The configuration of a bot that it knows, whose way to the homeserver leads through the passage.
  nonisolated let settings: PlatformSettings
  private let child: LineChild
  private var users = 0

  private init() async throws {
    inward = try await Passage(otherwise: .text("{}", type: "application/json"))
    outward = try await Passage(otherwise: HTTPReply(status: .badGateway))
    let folder = FileManager.default.temporaryDirectory.appending(path: "homeserver-\(UUID().uuidString)")
    let script = Repository.url.appending(path: "Tests/Oracles/homeserver.py")
    child = try LineChild(Self.python, ["-B", script.path, folder.path, inward.url + "/webhooks/matrix"])
    let place = try JSONDecoder().decode(Place.self, from: try await child.ask())
    url = place.url
    outward.lead(to: place.url)
    settings = PlatformSettings(
      name: "matrix", kind: "matrix", options: ["homeserver_url": outward.url, "user_id": place.user],
      secrets: ["as_token": Secret(place.as_token), "hs_token": Secret(place.hs_token)])
  }

  /// The bot's user id.
  nonisolated var bot: String { settings.options["user_id"] ?? "" }

  /// Stops it, cleanly or not, and starts it again on the same database; it has forgotten how long it wanted to wait.
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

  /// The bot, as a person who has its token.
  nonisolated func botItself() -> MatrixPerson {
    MatrixPerson(.init(id: bot, token: settings.secrets["as_token"]?.value ?? ""), homeserver: url)
  }
}
