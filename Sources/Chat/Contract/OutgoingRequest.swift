package import Foundation
package import HTTPTypes

/// A request of ours, ready to be sent. Its URL and headers may hold secrets, so it cannot print itself.
package struct OutgoingRequest: Sendable {
  /// Its method.
  package let method: HTTPRequest.Method
  /// Its whole URL.
  package let url: String
  /// Its header fields.
  package private(set) var headers: HTTPFields
  /// Its body.
  package let body: Data

  /// A request of these parts.
  package init(method: HTTPRequest.Method = .post, url: String, headers: HTTPFields, body: Data) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// A JSON post, with a bearer token where one is given.
  package init(json: Data, to url: String, bearer: Secret? = nil, charset: Bool = false) {
    var headers: HTTPFields = [.contentType: charset ? "application/json; charset=utf-8" : "application/json"]
    if let bearer { headers[.authorization] = "Bearer " + bearer.value }
    self.init(url: url, headers: headers, body: json)
  }

  /// Sets header fields by name; a name that is none is passed over.
  package mutating func set(_ fields: [(name: String, value: String)]) { headers.set(fields) }
}

extension OutgoingRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder: a token may stand in the URL.
  package var description: String { "<outgoing request>" }
  /// A placeholder.
  package var debugDescription: String { description }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
