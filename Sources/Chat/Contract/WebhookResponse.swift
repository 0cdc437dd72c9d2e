package import Foundation
package import HTTPTypes

/// What a platform's request is answered with at once.
package struct WebhookResponse: Sendable, Equatable {
  /// Its status.
  package let status: HTTPResponse.Status
  /// Its header fields; `Content-Type` is among them where there is a body.
  package var headers: HTTPFields
  /// Its body.
  package let body: Data

  /// A response with a body as given, "" by default.
  package init(status: HTTPResponse.Status = .ok, contentType: String? = nil, body: String = "") {
    self.init(status: status, contentType: contentType, body: Data(body.utf8))
  }

  /// A response with these bytes.
  package init(status: HTTPResponse.Status = .ok, contentType: String? = nil, body: Data) {
    self.status = status
    self.body = body
    headers = contentType.map { [.contentType: $0] } ?? [:]
  }

  /// A JSON response; `json` is its text.
  package static func json(_ json: String, status: HTTPResponse.Status = .ok) -> WebhookResponse {
    WebhookResponse(status: status, contentType: "application/json", body: json)
  }

  /// A JSON response with these bytes.
  package static func json(_ json: Data, status: HTTPResponse.Status = .ok) -> WebhookResponse {
    WebhookResponse(status: status, contentType: "application/json", body: json)
  }

  /// A response without a body: the acknowledgement most platforms want.
  package static let empty = WebhookResponse()

  /// The refusal's status and reason.
  package init(_ refusal: WebhookRefusal) {
    self = .json(#"{"error":"\#(refusal.reason)"}"#, status: refusal.status)
    if case .methodNotAllowed(let allowed) = refusal { headers[.allow] = "\(allowed)" }
  }
}
