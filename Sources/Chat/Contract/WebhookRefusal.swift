package import HTTPTypes

/// Why a request is not accepted. The reasons are static text, so that no word of the request can stand in one.
package enum WebhookRefusal: Error, Sendable {
  /// Credentials are missing, malformed or wrong. 401.
  case unauthenticated
  /// As ``unauthenticated``, for the platforms whose contract wants 403.
  case forbidden
  /// The signature is too old or too far ahead. 401.
  case stale
  /// The body or a header cannot be read; `what` says which, such as "body is not JSON". 400.
  case malformed(_ what: StaticString)
  /// The media type is none of the platform's. 415.
  case unsupportedMediaType
  /// No such path below the mount point. 404.
  case notFound
  /// Another method is needed: `allowed`, such as "POST". 405.
  case methodNotAllowed(_ allowed: StaticString)
  /// It cannot be verified now, since keys could not be fetched; the platform may try again. 503.
  case unavailable

  /// The status to answer with.
  package var status: HTTPResponse.Status {
    switch self {
    case .unauthenticated, .stale: .unauthorized
    case .forbidden: .forbidden
    case .malformed: .badRequest
    case .unsupportedMediaType: .unsupportedMediaType
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .unavailable: .serviceUnavailable
    }
  }

  /// The reason in a word or two, fit for a response, a log and a metric's label.
  package var reason: String {
    switch self {
    case .unauthenticated: "unauthenticated"
    case .forbidden: "forbidden"
    case .stale: "stale"
    case .malformed(let what): "malformed: \(what)"
    case .unsupportedMediaType: "unsupported media type"
    case .notFound: "not found"
    case .methodNotAllowed: "method not allowed"
    case .unavailable: "unavailable"
    }
  }
}
