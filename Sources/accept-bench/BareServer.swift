import Daemon
import Foundation
import Hummingbird
import Logging
import NIOCore

/// The least that a webhook can be: Hummingbird, JSON decoded into a type, and JSON back. Below `/api/` it also stands in the
/// place of a platform that takes every message.
enum BareServer {
  private struct Envelope: Decodable {
    struct Event: Decodable {
      let type: String
      let user: String
      let text: String
      let channel: String
      let ts: String
    }
    let type: String
    let team_id: String
    let event: Event
  }

  private struct Acknowledgement: ResponseEncodable { let ok: Bool }

  /// Serves on a port of its own until the process is stopped.
  static func run() async throws {
    let router = Router()
    router.post("/hook") { request, context in
      let envelope = try await request.decode(as: Envelope.self, context: context)
      return Acknowledgement(ok: envelope.event.type == "message")
    }
    router.post("/api/**") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: Sink.thanks)))
    }
    let application = Application(
      router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { Served.say(port: $0.localAddress?.port ?? 0) },
      logger: Logger(label: "bare", factory: { _ in SwiftLogNoOpLogHandler() }))
    try await application.runService()
  }
}
