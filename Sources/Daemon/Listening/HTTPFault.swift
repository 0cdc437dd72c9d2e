package import Answering
package import HTTPTypes

/// A request that cannot be served: status, a code for programs and a message for people. Never holds anything of the request.
package struct HTTPFault: Error, Sendable {
  /// The status.
  package let status: HTTPResponse.Status
  /// For programs, for instance `too_large`.
  package let code: String
  /// For people: what is wrong and what to do.
  package let message: String
  /// Seconds after which trying again makes sense.
  package var retryAfter: Double?
  /// Methods that the path takes, for a 405.
  package var allowed: [HTTPRequest.Method] = []

  /// A fault.
  package init(_ status: HTTPResponse.Status, _ code: String, _ message: String, retryAfter: Double? = nil) {
    self.status = status
    self.code = code
    self.message = message
    self.retryAfter = retryAfter
  }

  /// `{"error": {"code", "message"}}`.
  package var json: JSONValue {
    .object([("error", .object([("code", .string(code)), ("message", .string(message))]))])
  }

  /// 400 for a request that is not what the route takes.
  package static func bad(_ message: String) -> HTTPFault { HTTPFault(.badRequest, "bad_request", message) }

  /// 404.
  package static let notFound = HTTPFault(.notFound, "not_found", "There is nothing at this address.")

  /// 405 with the methods that would do.
  package static func method(_ allowed: [HTTPRequest.Method]) -> HTTPFault {
    let names = allowed.map(\.rawValue).joined(separator: ", ")
    var fault = HTTPFault(.methodNotAllowed, "method_not_allowed", "This address takes \(names).")
    fault.allowed = allowed
    return fault
  }

  /// 408.
  package static let tooSlow = HTTPFault(.requestTimeout, "too_slow", "The request did not arrive in time.")

  /// 413.
  package static func tooLarge(_ bytes: Int) -> HTTPFault {
    HTTPFault(.contentTooLarge, "too_large", "The body may have at most \(bytes) bytes.")
  }

  /// 415.
  package static func type(_ expected: String) -> HTTPFault {
    HTTPFault(.unsupportedMediaType, "unsupported_type", "Send the body as \(expected).")
  }

  /// 429.
  package static func tooOften(_ seconds: Double) -> HTTPFault {
    HTTPFault(.tooManyRequests, "too_many_requests", "Too many requests; try again later.", retryAfter: seconds)
  }

  /// 431.
  package static let headersTooLarge = HTTPFault(
    .requestHeaderFieldsTooLarge, "headers_too_large", "The header fields are too large.")

  /// 503 for everything that passes by itself.
  package static func unavailable(_ code: String, _ message: String, after seconds: Double) -> HTTPFault {
    HTTPFault(.serviceUnavailable, code, message, retryAfter: seconds)
  }

  /// 503 while more is asked than can be answered.
  package static let busy = unavailable("busy", "Too much is being asked at the moment; try again.", after: 1)

  /// 500, said of every fault of the program itself.
  package static let internalFault = HTTPFault(
    .internalServerError, "internal", "This is a fault of the program; it has been logged.")
}
