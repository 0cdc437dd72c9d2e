internal import Curl

/// Why a transfer has no response. A server that answered, with whatever status, is no failure.
///
/// No case carries a URL, a host or a header's value, since tokens can stand in them.
package enum TransferFailure: Error, Hashable, Sendable {
  /// The URL is malformed, or of a kind that is never sent to.
  case refusedURL(URLProblem)
  /// A header cannot be sent: it frames the message, or its value has a line break or a zero byte in it.
  case refusedHeader(name: String)
  /// Every address of the host is private or special, and the destination's configuration does not name the host.
  case refusedAddress
  /// The certificate is not signed by a trusted authority, is not for this host, or has run out.
  case untrustedCertificate
  /// The connection or the whole transfer took longer than the request allows.
  case timedOut
  /// The name was not found, nobody answered, or the connection broke; the code is libcurl's CURLcode.
  case connection(code: Int)
  /// The response's body is longer than the request allows; in bytes.
  case responseTooLarge(limit: Int)
  /// The response's header fields are longer than ``ResponseBuffer/maximumHeaderBytes``; in bytes.
  case headersTooLarge(limit: Int)
  /// As many transfers wait as the engine's limits allow.
  case overloaded
  /// The task that asked for the transfer was cancelled.
  case cancelled
  /// The engine has been shut down, or is about to be.
  case shutDown
  /// libcurl or the system has no room or lacks an option; the code is libcurl's.
  case engine(code: Int)

  /// What is wrong with a URL.
  package enum URLProblem: String, Hashable, Sendable {
    case malformed = "it is malformed"
    case notHTTPS = "only https is sent to, and http only to hosts that the configuration names"
    case credentials = "it has a user name or password in it"
  }
}

extension TransferFailure: CustomStringConvertible {
  /// What happened and what to do about it where something can be done.
  package var description: String {
    switch self {
    case .refusedURL(let problem): "the URL was refused: \(problem.rawValue)"
    case .refusedHeader(let name): "the header \(name) was refused: it frames the message or holds a control character"
    case .refusedAddress:
      "the host has a private address and was not connected to; name the host in the configuration if it is yours"
    case .untrustedCertificate:
      "the server's certificate is not trusted; a self-hosted server's own authority goes into the configuration"
    case .timedOut: "the transfer took too long"
    case .connection(let code): "the connection failed: \(TransferFailure.text(ofCode: code))"
    case .responseTooLarge(let limit): "the response is longer than \(limit) bytes"
    case .headersTooLarge(let limit): "the response's headers are longer than \(limit) bytes"
    case .overloaded: "too many transfers are waiting"
    case .cancelled: "the transfer was cancelled"
    case .shutDown: "the transfer engine is shut down"
    case .engine(let code): "libcurl failed: \(TransferFailure.text(ofCode: code))"
    }
  }

  /// A word for metrics and logs, the same for every failure of a kind.
  package var label: String {
    switch self {
    case .refusedURL: "refused_url"
    case .refusedHeader: "refused_header"
    case .refusedAddress: "refused_address"
    case .untrustedCertificate: "untrusted_certificate"
    case .timedOut: "timed_out"
    case .connection: "connection"
    case .responseTooLarge: "response_too_large"
    case .headersTooLarge: "headers_too_large"
    case .overloaded: "overloaded"
    case .cancelled: "cancelled"
    case .shutDown: "shut_down"
    case .engine: "engine"
    }
  }

  /// libcurl's own words for a code. They are fixed; the text that libcurl makes for one transfer can name the host.
  private static func text(ofCode code: Int) -> String {
    String(cString: curl_easy_strerror(CURLcode(UInt32(clamping: code)))) + " (\(code))"
  }
}
