package import Foundation
package import HTTPTypes

/// What a server answered, whatever its status: whether that is a success is for the platform to say.
package struct TransferResponse: Hashable, Sendable {
  /// The status code: 200, 429, ... 3xx too, since no redirect is followed.
  package var status: Int
  /// The body as sent, at most the request's `maximumResponseBytes`.
  package var body: Data
  private let head: ResponseHead

  /// The header fields of the final response; neither those of an interim one nor trailers. Linear in their length, since
  /// they are read each time.
  package var headers: HTTPFields { head.fields }

  /// A response from its parts.
  package init(status: Int, headers: HTTPFields = [:], body: Data = Data()) {
    self.init(status: status, head: ResponseHead(headers), body: body)
  }

  init(status: Int, head: ResponseHead, body: Data) {
    self.status = status
    self.head = head
    self.body = body
  }
}
