import Chat
import Foundation
import HTTPTypes

/// Transactions as a homeserver pushes them.
enum MatrixSamples {
  static let room = "!C7gNroom_without-server/part"
  static let own = "@marrow:marrow.test"
  static let anna = "@anna:marrow.test"

  /// An event; `state` is its state key.
  static func event(
    _ type: String, _ content: String, id: String = "$question", room: String = room, sender: String = anna,
    state: String? = nil
  ) -> String {
    """
    {"type":"\(type)","event_id":"\(id)","room_id":"\(room)","sender":"\(sender)","user_id":"\(sender)",\
    "content":\(content),"origin_server_ts":1790000000000,"unsigned":{"age":41},"age":41\
    \(state.map { ",\"state_key\":\"\($0)\"" } ?? "")}
    """
  }

  /// A text message; `extra` goes into its content.
  static func text(
    _ body: String, extra: String = "", id: String = "$question", room: String = room, sender: String = anna
  ) -> String {
    let quoted = (try? JSONBody.encode(body)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return event(
      "m.room.message", #"{"msgtype":"m.text","body":\#(quoted)\#(extra)}"#, id: id, room: room, sender: sender)
  }

  /// An invitation of the bot, or of somebody else.
  static func invite(_ user: String = own, id: String = "$invite") -> String {
    event("m.room.member", #"{"membership":"invite","is_direct":true}"#, id: id, state: user)
  }

  /// A request of the homeserver.
  static func request(
    _ body: String = "{}", path: String = "transactions/1", method: HTTPRequest.Method = .put, at now: Date
  ) -> WebhookRequest {
    WebhookRequest(
      method: method, path: "/_matrix/app/v1/" + path,
      headers: [.contentType: "application/json", .authorization: "Bearer hs_0123456789abcdef"], body: Data(body.utf8),
      receivedAt: now)
  }

  /// A transaction of these events.
  static func transaction(_ events: [String], at now: Date) -> WebhookRequest {
    request(#"{"events":[\#(events.joined(separator: ","))]}"#, at: now)
  }

  /// The platform with the samples' tokens.
  static func platform(
    _ options: [String: String] = [:], fetcher: any Fetcher = NoFetcher()
  ) throws -> any ChatPlatform {
    let fixed = ["homeserver_url": "https://matrix.marrow.test/", "user_id": own]
    let settings = PlatformSettings(
      name: "matrix", kind: "matrix", options: fixed.merging(options) { $1 },
      secrets: ["hs_token": Secret("hs_0123456789abcdef"), "as_token": Secret("as_0123456789abcdef")])
    return try PlatformRegistry.make(
      settings, environment: PlatformEnvironment(fetcher: fetcher, random: SampleSettings.random))
  }

  /// A homeserver that says how many are in a room.
  static func members(_ count: Int) -> CannedFetcher {
    CannedFetcher { _ in OutgoingResponse(status: 200, body: Data(#"{"num_joined_members":\#(count)}"#.utf8)) }
  }
}
