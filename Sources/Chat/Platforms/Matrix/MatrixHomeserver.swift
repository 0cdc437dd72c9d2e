internal import Foundation
internal import HTTPTypes

/// The homeserver and what is asked of it: https://spec.matrix.org/latest/client-server-api/
struct MatrixHomeserver: Sendable {
  /// Its base URL.
  let base: String
  /// The application service's token for it.
  let token: Secret

  /// Sends a message. The same transaction id gives the same event, so a message that is sent again is there once.
  func send(_ event: some Encodable, to room: String, transaction: String) throws(OutgoingFailure) -> OutgoingRequest {
    try request(.put, "/v3/rooms/\(Self.escaped(room))/send/m.room.message/\(Self.escaped(transaction))", event)
  }

  /// Joins a room.
  func join(_ room: String) throws(OutgoingFailure) -> OutgoingRequest {
    try request(.post, "/v3/rooms/\(Self.escaped(room))/join", [String: String]())
  }

  /// Makes the homeserver ping the application service of this id.
  func ping(service: String, transaction: String) throws(OutgoingFailure) -> OutgoingRequest {
    try request(.post, "/v1/appservice/\(Self.escaped(service))/ping", ["transaction_id": transaction])
  }

  /// Asks how many are in a room. A summary stays small however many they are.
  func summary(of room: String) -> OutgoingRequest {
    OutgoingRequest(method: .get, url: url("/v1/room_summary/\(Self.escaped(room))"), headers: headers, body: Data())
  }

  private var headers: HTTPFields { [.authorization: "Bearer " + token.value] }

  private func url(_ path: String) -> String { base + "/_matrix/client" + path }

  private func request(
    _ method: HTTPRequest.Method, _ path: String, _ body: some Encodable
  ) throws(OutgoingFailure) -> OutgoingRequest {
    guard let json = try? JSONBody.encode(body) else { throw .unusable("the message cannot be written") }
    var headers = headers
    headers[.contentType] = "application/json"
    return OutgoingRequest(method: method, url: url(path), headers: headers, body: json)
  }

  /// For a path: room and user ids hold `!`, `@` and `:`, and may hold a slash.
  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }

  private static let unreserved = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
}
