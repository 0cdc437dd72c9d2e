import Delivery
import Foundation
import HTTPTypes
import Testing

/// Somebody with an account at the homeserver and a program of his own.
struct MatrixPerson: Sendable {
  struct Account: Decodable {
    let id: String
    let token: String
  }

  /// An event as a program for Matrix gets it.
  struct Event: Decodable, Sendable {
    struct Content: Decodable, Sendable {
      let msgtype: String?
      let body: String?
      let formatted_body: String?
      let membership: String?
      let relation: Relation?
      private enum CodingKeys: String, CodingKey {
        case msgtype, body, formatted_body, membership
        case relation = "m.relates_to"
      }
    }
    struct Relation: Decodable, Sendable {
      let rel_type: String?
      let event_id: String?
      let is_falling_back: Bool?
    }
    let type: String
    let event_id: String
    let sender: String
    let state_key: String?
    let content: Content

    func isJoin(of user: String) -> Bool { state_key == user && content.membership == "join" }
  }

  let id: String
  let token: String
  private let homeserver: String

  init(_ account: Account, homeserver: String) {
    id = account.id
    token = account.token
    self.homeserver = homeserver
  }

  // MARK: Rooms

  private struct RoomMade: Decodable { let room_id: String }
  private struct Sent: Decodable { let event_id: String }

  /// A room with these people invited.
  func room(with people: [String]) async throws -> String {
    let body: [String: Any] = ["preset": "private_chat", "is_direct": people.count == 1, "invite": people]
    return try await ask(RoomMade.self, .post, "createRoom", body).room_id
  }

  func join(_ room: String) async throws { _ = try await ask(RoomMade.self, .post, "rooms/\(escaped(room))/join", [:]) }

  /// Sends a message; its event.
  @discardableResult
  func say(
    _ body: String, in room: String, type: String = "m.text", mentioning user: String? = nil, thread: String? = nil
  ) async throws -> String {
    var content: [String: Any] = ["msgtype": type, "body": body]
    if let user { content["m.mentions"] = ["user_ids": [user]] }
    if let thread { content["m.relates_to"] = ["rel_type": "m.thread", "event_id": thread] }
    return try await send("m.room.message", content, in: room)
  }

  /// Sends an event of any type.
  @discardableResult
  func send(_ type: String, _ content: [String: Any], in room: String) async throws -> String {
    let path = "rooms/\(escaped(room))/send/\(type)/\(UUID().uuidString)"
    return try await ask(Sent.self, .put, path, content).event_id
  }

  /// Says how a room is.
  func set(_ type: String, _ content: [String: Any], in room: String) async throws {
    _ = try await ask(Sent.self, .put, "rooms/\(escaped(room))/state/\(type)/", content)
  }

  // MARK: Reading

  private struct Sync: Decodable {
    struct Rooms: Decodable { let join: [String: Joined]? }
    struct Joined: Decodable { let timeline: Timeline }
    struct Timeline: Decodable { let events: [Event] }
    let next_batch: String
    let rooms: Rooms?
  }

  /// Waits until the room's events are as wished, and gives all of them that were seen, in order.
  func events(in room: String, until isEnough: ([Event]) -> Bool) async throws -> [Event] {
    var events: [Event] = []
    var since = ""
    let filter = escaped(#"{"room":{"timeline":{"limit":100}}}"#)
    while true {
      let query = since.isEmpty ? "timeout=0" : "timeout=20000&since=\(escaped(since))"
      let sync = try await ask(Sync.self, .get, "sync?filter=\(filter)&\(query)", nil)
      events += sync.rooms?.join?[room]?.timeline.events ?? []
      if isEnough(events) { return events }
      since = sync.next_batch
    }
  }

  // MARK: The homeserver

  /// Limits how quickly somebody may send; for administrators.
  func limit(_ user: String, perSecond: Int, burst: Int) async throws {
    struct Limits: Decodable { let messages_per_second: Int }
    let path = "/_synapse/admin/v1/users/\(escaped(user))/override_ratelimit"
    let body: [String: Any] = ["messages_per_second": perSecond, "burst_count": burst]
    _ = try await ask(Limits.self, .post, at: path, body)
  }

  private func ask<Reply: Decodable>(
    _ type: Reply.Type, _ method: HTTPRequest.Method, _ path: String, _ body: [String: Any]?
  ) async throws -> Reply {
    try await ask(type, method, at: "/_matrix/client/v3/" + path, body)
  }

  private func ask<Reply: Decodable>(
    _ type: Reply.Type, _ method: HTTPRequest.Method, at path: String, _ body: [String: Any]?
  ) async throws -> Reply {
    let data = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let headers: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
    let request = TransferRequest(
      method: method, url: homeserver + path, headers: headers, body: data, totalTimeout: .seconds(60),
      maximumResponseBytes: 1 << 20, access: AddressAccess(naming: ["127.0.0.1"]))
    let response = try await request.sentAlone()
    try #require(
      response.status == 200, "\(path): \(response.status) \(String(decoding: response.body, as: UTF8.self))")
    return try JSONDecoder().decode(type, from: response.body)
  }

  private func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
