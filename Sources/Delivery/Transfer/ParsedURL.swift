internal import Curl

/// A URL as libcurl understands it. Sendable though it holds a pointer: nothing changes after `init`.
final class ParsedURL: @unchecked Sendable {
  /// `CURLU`, freed with the object.
  let handle: OpaquePointer
  let scheme: String
  /// In lower case; IPv4 addresses in their four-part form, IPv6 addresses in brackets.
  let host: String
  let port: Int

  /// Scheme, host and port: what one server's transfers have in common.
  var origin: String { "\(scheme)://\(host):\(port)" }

  /// Parses an absolute URL.
  ///
  /// - Throws: ``TransferFailure/refusedURL(_:)`` for one that is malformed, names a user, or has a control character or
  ///   a space in it; ``TransferFailure/engine(code:)`` where memory has run out.
  init(_ text: String) throws(TransferFailure) {
    // A zero byte would end the text for libcurl, before the part that was judged by others.
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else { throw .refusedURL(.malformed) }
    guard let handle = curl_url() else { throw .engine(code: Int(CURLE_OUT_OF_MEMORY.rawValue)) }
    let code = curl_url_set(handle, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER))
    guard code == CURLUE_OK, let scheme = ParsedURL.part(CURLUPART_SCHEME, of: handle),
      let host = ParsedURL.part(CURLUPART_HOST, of: handle),
      let port = ParsedURL.part(CURLUPART_PORT, of: handle).flatMap({ Int($0) })
    else {
      curl_url_cleanup(handle)
      throw .refusedURL(code == CURLUE_USER_NOT_ALLOWED ? .credentials : .malformed)
    }
    self.handle = handle
    self.scheme = scheme.lowercased()
    self.host = host.lowercased()
    self.port = port
  }

  deinit { curl_url_cleanup(handle) }

  private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    defer { curl_free(text) }
    guard curl_url_get(handle, part, &text, UInt32(CURLU_DEFAULT_PORT)) == CURLUE_OK, let text else { return nil }
    return String(cString: text)
  }
}
