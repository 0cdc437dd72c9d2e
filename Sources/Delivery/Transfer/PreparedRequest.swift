internal import Curl
import Foundation
import HTTPTypes

/// A request that has been judged and put into libcurl's form; made by the task that asks, used on the engine's thread.
///
/// The URL is judged in libcurl's own parsed form, which is also what the transfer goes to, so that two parsers cannot
/// take one text for two hosts.
///
/// Sendable though it holds pointers: nothing changes after `init`.
final class PreparedRequest: @unchecked Sendable {
  let request: TransferRequest
  /// Whether the configuration of the destination names the host.
  let isNamed: Bool
  let url: ParsedURL
  let headerLines: UnsafeMutablePointer<curl_slist>?

  /// Judges a request.
  ///
  /// - Throws: ``TransferFailure/refusedURL(_:)``, ``TransferFailure/refusedHeader(name:)``, or
  ///   ``TransferFailure/engine(code:)`` where memory has run out.
  init(_ request: TransferRequest, urls: RecentURLs) throws(TransferFailure) {
    self.request = request
    url = try urls.parsed(request.url)
    isNamed = request.access.names(host: url.origin.host, port: url.origin.port)
    guard url.origin.isSecure || isNamed else { throw .refusedURL(.notHTTPS) }
    headerLines = try HeaderLines.make(of: request)
  }

  deinit { curl_slist_free_all(headerLines) }
}
