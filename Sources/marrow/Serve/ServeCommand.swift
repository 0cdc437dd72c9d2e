import ArgumentParser
import Daemon
import Foundation
import Logging

/// `marrow serve`: the daemon.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answers over HTTP and in chat platforms until it is stopped.",
    discussion: """
      Without any configuration it listens on http://127.0.0.1:8080 and answers POST /v1/ask. Config/marrow.yaml names every
      setting. SIGTERM stops it after what is in progress is answered; SIGHUP loads the knowledge anew.

      Examples:
        marrow serve
        marrow serve --port 0
        marrow serve --config /etc/marrow/marrow.yaml --set log.level=debug
        curl -H 'Content-Type: application/json' -d '{"question": "What is ALL?"}' http://127.0.0.1:8080/v1/ask
      """)

  @OptionGroup var home: Home
  @OptionGroup var options: SettingsOptions

  @Option(help: "Address to bind to; as listen.address.") var address: String?
  @Option(help: "Port to bind to, 0 for any free one; as listen.port.") var port: String?

  func run() async throws {
    ProcessMemory.shareHeaps()
    let more = [("listen.address", address), ("listen.port", port)].compactMap { key, value in value.map { (key, $0) } }
    let settings = try options.settings(home, adding: more)
    let level = Logger.Level(rawValue: settings.log.level) ?? .info
    let logger = Logger(label: "marrow") { _ in
      JSONLogHandler(level: level) { try? StandardStream.output.write($0) }
    }
    let environment = ProcessInfo.processInfo.environment
    var plan = Daemon.Plan(
      settings: settings, knowledge: try home.knowledgeSource(settings),
      platforms: try PlatformLoader(settings, environment: environment).plans(),
      state: StateFolder(settings, environment: environment), logger: logger)
    plan.deskToken = try DeskToken.load(settings, environment: environment)
    plan.listening = { address in
      try? StandardStream.error.write("marrow: listening on \(address.url)\n")
    }
    try await Daemon(plan).run()
  }
}
