internal import Foundation

extension WebhookRequest {
  /// The value of a body that is JSON or a form, by its media type; a form's fields are texts, and one that stands twice is not
  /// there. Nil where the body has another shape.
  ///
  /// - Throws: ``WebhookRefusal/unsupportedMediaType``, or ``WebhookRefusal/malformed(_:)`` where it is no JSON or too deep.
  package func decode<Value: Decodable>(_ type: Value.Type) throws(WebhookRefusal) -> Value? {
    if hasContentType("application/json") { return try JSONBody.decode(type, from: body) }
    guard hasContentType("application/x-www-form-urlencoded") else { throw .unsupportedMediaType }
    let fields = Dictionary(grouping: FormBody(body).pairs) { $0.name }.filter { $0.value.count == 1 }
    guard let json = try? JSONBody.encode(fields.compactMapValues { $0.first?.value }) else { return nil }
    return try JSONBody.decode(type, from: json)
  }
}
