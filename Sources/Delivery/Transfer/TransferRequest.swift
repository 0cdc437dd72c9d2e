package import Foundation
package import HTTPTypes

/// One HTTP request to one destination, with its deadlines and limits.
///
/// URL and headers can carry tokens and the body somebody's words, so nothing of them can be printed.
package struct TransferRequest: Sendable {
  /// `GET`, `POST`, `PUT`, `DELETE`, ...
  package var method: HTTPRequest.Method
  /// An absolute URL with the scheme https, or http where ``access`` names the host; no user name in it.
  package var url: String
  /// Sent as they are. Those that frame the message (Host, Content-Length, ...) are the engine's and refused here.
  package var headers: HTTPFields
  /// Sent with its length where it is not empty, and with POST, PUT and PATCH in any case.
  package var body: Data
  /// From the call until the whole response is there, waiting for a turn included.
  package var totalTimeout: Duration
  /// For the name look-up, the connection and TLS together.
  package var connectTimeout: Duration
  /// A longer body ends the transfer with ``TransferFailure/responseTooLarge(limit:)``.
  package var maximumResponseBytes: Int
  /// The private hosts that this destination may reach.
  package var access: AddressAccess
  /// Whose certificates this destination may show.
  package var trust: CertificateTrust

  /// A request with the limits of a chat platform's API: 10 s in all, 3 s to connect, 64 KiB of response.
  package init(
    method: HTTPRequest.Method, url: String, headers: HTTPFields = [:], body: Data = Data(),
    totalTimeout: Duration = .seconds(10), connectTimeout: Duration = .seconds(3),
    maximumResponseBytes: Int = 64 * 1024, access: AddressAccess = .publicOnly, trust: CertificateTrust = .system
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.totalTimeout = totalTimeout
    self.connectTimeout = connectTimeout
    self.maximumResponseBytes = maximumResponseBytes
    self.access = access
    self.trust = trust
  }
}

extension TransferRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Method and size; nothing that can be secret.
  package var description: String { "\(method.rawValue) with \(body.count) bytes" }
  /// As ``description``.
  package var debugDescription: String { description }
  /// Empty, so that `dump` shows nothing either.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
