package import Answering
package import Foundation
package import HTTPTypes

/// What a route answers.
package struct HTTPReply: Sendable {
  /// Its status.
  package var status: HTTPResponse.Status
  /// Its header fields, without length and date, which the listener adds.
  package var headers: HTTPFields
  /// Its body.
  package var body: Data

  /// An answer of these parts.
  package init(status: HTTPResponse.Status, headers: HTTPFields = HTTPFields(), body: Data = Data()) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A text of a type.
  package static func text(
    _ text: String, type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok
  ) -> HTTPReply {
    HTTPReply(status: status, headers: [.contentType: type], body: Data(text.utf8))
  }

  /// A JSON value on one line.
  package static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> HTTPReply {
    text(value.line + "\n", type: "application/json", status: status)
  }

  /// The answer to a request that cannot be served.
  package init(_ fault: HTTPFault) {
    self = .json(fault.json, status: fault.status)
    if let seconds = fault.retryAfter { headers[.retryAfter] = String(max(1, Int(seconds.rounded(.up)))) }
    if !fault.allowed.isEmpty { headers[.allow] = fault.allowed.map(\.rawValue).joined(separator: ", ") }
  }
}
