package import Foundation
package import HTTPTypes

/// A request as a platform sent it, nothing of it parsed or trusted yet.
package struct WebhookRequest: Sendable {
  /// Its method.
  package var method: HTTPRequest.Method
  /// Its path below the platform's mount point: "" or "/transactions/42", percent-encoding undone.
  package var path: String
  /// The query as it was sent, without the question mark; "" without one.
  package var rawQuery: String
  /// Its header fields.
  package var headers: HTTPFields
  /// Its body, byte for byte.
  package var body: Data
  /// When its last byte arrived.
  package var receivedAt: Date

  /// A request of these parts.
  package init(
    method: HTTPRequest.Method = .post, path: String = "", rawQuery: String = "", headers: HTTPFields = [:],
    body: Data = Data(), receivedAt: Date
  ) {
    self.method = method
    self.path = path
    self.rawQuery = rawQuery
    self.headers = headers
    self.body = body
    self.receivedAt = receivedAt
  }

  /// The query's pairs, decoded; a name may stand more than once.
  package var query: FormBody { FormBody(Data(rawQuery.utf8)) }

  /// The value of a header that stands exactly once and is not empty, whatever the case of its name; nil else. A doubled
  /// header is nil on purpose: two readers of one request must never disagree about which value counts.
  package func header(_ name: String) -> String? {
    guard let name = HTTPField.Name(name) else { return nil }
    let values = headers[values: name]
    guard values.count == 1, let value = values.first, !value.isEmpty else { return nil }
    return value
  }

  /// Sets header fields by name; a name that is none is passed over.
  package mutating func set(_ fields: [(name: String, value: String)]) { headers.set(fields) }

  /// True where the media type is `type`, whatever its parameters.
  package func hasContentType(_ type: String) -> Bool {
    let media = (header("content-type") ?? "").utf8.prefix { $0 != UInt8(ascii: ";") }.split {
      $0 == 0x20 || $0 == 0x09
    }
    guard media.count == 1 else { return false }
    return Substring(media[0]).lowercased() == type
  }
}

extension WebhookRequest: CustomStringConvertible, CustomReflectable {
  /// Its method and size; never its text.
  package var description: String { "<webhook request, \(body.count) bytes>" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
