package import Foundation
package import HTTPTypes

/// What came back to an ``OutgoingRequest``; the body is cut at the sender's limit.
package struct OutgoingResponse: Sendable {
  /// The status code.
  package let status: Int
  /// Its header fields.
  package let headers: HTTPFields
  /// Its body.
  package let body: Data

  /// A response of these parts.
  package init(status: Int, headers: HTTPFields = [:], body: Data = Data()) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
