internal import HTTPTypes

extension WebhookRequest {
  /// Refuses everything but a POST to the mount point itself: for platforms that know nothing else.
  package func expectPost() throws(WebhookRefusal) {
    guard path.isEmpty || path == "/" else { throw .notFound }
    guard method == .post else { throw .methodNotAllowed("POST") }
  }
}
