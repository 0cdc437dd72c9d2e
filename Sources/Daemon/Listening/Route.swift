package import HTTPTypes

/// What answers one method of one path.
package struct Route: Sendable {
  /// How paths are told apart.
  package enum Path: Sendable, Hashable {
    /// This path only.
    case exactly(String)
    /// Every path that begins so, for instance `/webhooks/`.
    case below(String)
  }

  /// Answers a request. An `HTTPFault` that it throws becomes the reply; every other error is a 500.
  package typealias Handler = @Sendable (HTTPCall) async throws -> HTTPReply

  /// Its name in metrics and logs: never a path that somebody sent.
  package let name: String
  /// The paths it answers.
  package let path: Path
  /// Methods and what answers them. HEAD is answered by GET's handler without its body.
  package let handlers: [(method: HTTPRequest.Method, handler: Handler)]
  /// False where the limit of requests an address does not count, as for health checks.
  package let isRated: Bool
  /// The largest body that it takes, in bytes; nil for the limit of the settings.
  package let largestBody: Int?

  /// A route for one method.
  package init(
    _ method: HTTPRequest.Method, _ path: Path, name: String, isRated: Bool = true, handler: @escaping Handler
  ) {
    self.init(path, name: name, isRated: isRated, handlers: [(method, handler)])
  }

  /// A route for several methods.
  package init(
    _ path: Path, name: String, isRated: Bool = true, largestBody: Int? = nil,
    handlers: [(method: HTTPRequest.Method, handler: Handler)]
  ) {
    self.name = name
    self.path = path
    self.handlers = handlers
    self.isRated = isRated
    self.largestBody = largestBody
  }

  /// The handler of a method; nil where the path does not take it.
  func handler(_ method: HTTPRequest.Method) -> Handler? {
    let wanted = method == .head ? .get : method
    return handlers.first { $0.method == method || $0.method == wanted }?.handler
  }

  /// Methods for an `Allow` field.
  var allowed: [HTTPRequest.Method] {
    handlers.flatMap { $0.method == .get ? [.get, .head] : [$0.method] }
  }
}
