import Answering
import Daemon
import Foundation

/// Does what an operator asks: through the control socket of the running daemon, or, without one, on the store itself.
struct Operator {
  private let settings: Settings
  private let folder: StateFolder

  /// An operator of the daemon that has these settings.
  init(_ settings: Settings) {
    self.settings = settings
    folder = StateFolder(settings, environment: ProcessInfo.processInfo.environment)
  }

  /// Sends a request to the daemon, or does the same with `locally`, and prints the result as JSON.
  /// - Throws: `UsageFailure` where it cannot be done.
  func run(
    _ method: String, _ path: String, body: Data = Data(), locally: (OutboxDesk) async throws -> JSONValue
  ) async throws {
    if let reply = try ControlClient(socket: folder.socket).call(method, path, body: body) {
      return try Self.report(reply)
    }
    guard FileManager.default.fileExists(atPath: folder.database.path) else {
      throw UsageFailure(message: "there is no store in \(folder.url.path) and no daemon runs there")
    }
    let result: JSONValue
    do {
      result = try await OutboxDesk.use(folder, settings: settings.sending, at: Date(), locally)
    } catch let fault as HTTPFault {
      throw UsageFailure(message: fault.message)
    }
    try StandardStream.output.write(result.pretty + "\n")
  }

  /// Prints what a daemon answered.
  /// - Throws: `UsageFailure` where it refused.
  static func report(_ reply: ControlClient.Reply) throws {
    guard reply.status == 200 else { throw UsageFailure(message: message(in: reply.body)) }
    try StandardStream.output.write(String(decoding: reply.body, as: UTF8.self))
  }

  private static func message(in body: Data) -> String {
    struct Refusal: Decodable {
      struct Fault: Decodable { let message: String }
      let error: Fault
    }
    return (try? JSONDecoder().decode(Refusal.self, from: body))?.error.message ?? "the daemon refused"
  }
}
