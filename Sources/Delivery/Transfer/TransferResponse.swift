package import Foundation
package import HTTPTypes

/// What a server answered, whatever its status: whether that is a success is for the platform to say.
package struct TransferResponse: Hashable, Sendable {
  /// The status code: 200, 429, ... 3xx too, since no redirect is followed.
  package var status: Int
  /// The header fields of the final response; neither those of an interim one nor trailers.
  package var headers: HTTPFields
  /// The body as sent, at most the request's `maximumResponseBytes`.
  package var body: Data

  /// A response from its parts.
  package init(status: Int, headers: HTTPFields = [:], body: Data = Data()) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
