package import Foundation
package import HTTPTypes

/// One request as a route sees it: whole, within the limits, with the address it really came from.
package struct HTTPCall: Sendable {
  /// Its method.
  package let method: HTTPRequest.Method
  /// The host and port that it was sent to; nil where it names none.
  package let authority: String?
  /// Its path, percent-decoded, without the query; begins with `/`.
  package let path: String
  /// Its query as it came, without the question mark.
  package let rawQuery: String
  /// Its query, percent-decoded, in order.
  package let query: [(name: String, value: String)]
  /// Its header fields.
  package let headers: HTTPFields
  /// Its body, as it came.
  package let body: Data
  /// The address of who asks.
  package let client: ClientAddress
  /// When it was read.
  package let receivedAt: Date

  /// A request of these parts.
  package init(
    method: HTTPRequest.Method, authority: String? = nil, path: String, rawQuery: String = "",
    query: [(name: String, value: String)] = [],
    headers: HTTPFields = HTTPFields(), body: Data = Data(), client: ClientAddress, receivedAt: Date
  ) {
    self.method = method
    self.authority = authority
    self.path = path
    self.rawQuery = rawQuery
    self.query = query
    self.headers = headers
    self.body = body
    self.client = client
    self.receivedAt = receivedAt
  }

  /// The values of a query's name, in order.
  package func values(of name: String) -> [String] { query.filter { $0.name == name }.map(\.value) }

  /// True where the body is declared as a type, whatever its parameters: `application/json; charset=utf-8` is JSON.
  package func isOf(type: String) -> Bool {
    guard let declared = headers[.contentType] else { return false }
    return declared.prefix { $0 != ";" }.trimmed.lowercased() == type
  }
}
