/// Tokens that a platform writes into its requests to show that they are its own. They sign nothing: whoever reads one request
/// can write others, which is why such a webhook wants https.
package struct SharedTokens: Sendable {
  /// Bytes that a token has at least.
  package static let minimum = 16

  private let secrets: [Secret]

  /// The tokens of these secrets.
  package init(_ secrets: [Secret]) { self.secrets = secrets }

  /// The first one, for trying out.
  package var first: String { secrets.first?.value ?? "" }

  /// Refuses a request whose field `token` is none of these.
  ///
  /// - Throws: ``WebhookRefusal/unauthenticated``, whatever is wrong with the body: it is nobody's yet.
  package func verify(_ request: WebhookRequest) throws(WebhookRefusal) {
    guard let given = (try? request.decode(Field.self))??.token else { throw .unauthenticated }
    var isAccepted = false
    for secret in secrets where ConstantTime.equal(secret.value, given) { isAccepted = true }
    guard isAccepted else { throw .unauthenticated }
  }

  private struct Field: Decodable { let token: String }
}
