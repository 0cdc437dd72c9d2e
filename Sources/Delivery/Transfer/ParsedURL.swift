internal import Curl

/// An http or https URL as libcurl understands it. Sendable though it holds a pointer: nothing changes after `init`.
final class ParsedURL: @unchecked Sendable {
  /// `CURLU`, freed with the object.
  let handle: OpaquePointer
  let origin: Origin

  /// Parses an absolute URL.
  ///
  /// - Throws: ``TransferFailure/refusedURL(_:)`` for one that is malformed, names a user, has a control character or a
  ///   space in it, or another scheme; ``TransferFailure/engine(code:)`` where memory has run out.
  init(_ text: String) throws(TransferFailure) {
    try ParsedURL.judge(text)
    guard let handle = curl_url() else { throw .engine(code: Int(CURLE_OUT_OF_MEMORY.rawValue)) }
    do throws(TransferFailure) {
      switch curl_url_set(handle, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER)) {
      case CURLUE_OK: break
      case CURLUE_USER_NOT_ALLOWED: throw .refusedURL(.credentials)
      default: throw .refusedURL(.malformed)
      }
      origin = try ParsedURL.origin(of: handle)
    } catch {
      curl_url_cleanup(handle)
      throw error
    }
    self.handle = handle
  }

  deinit { curl_url_cleanup(handle) }

  /// Refuses what libcurl would put right in its own way, and other readers of the same text in another.
  private static func judge(_ text: String) throws(TransferFailure) {
    // A zero byte would end the text for libcurl before the end that others have seen.
    guard !text.hasByte(where: { $0 <= 0x20 || $0 == 0x7f || $0 == UInt8(ascii: "\\") }),
      let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { throw .refusedURL(.malformed) }
    guard ["https", "http"].contains(text[..<colon].lowercased()) else { throw .refusedURL(.notHTTPS) }
    let rest = text[colon...].utf8
    guard rest.starts(with: "://".utf8), !rest.starts(with: ":///".utf8) else { throw .refusedURL(.malformed) }
  }

  private static func origin(of handle: OpaquePointer) throws(TransferFailure) -> Origin {
    guard let scheme = part(CURLUPART_SCHEME, of: handle), let host = part(CURLUPART_HOST, of: handle),
      let port = part(CURLUPART_PORT, of: handle).flatMap({ Int($0) })
    else { throw .refusedURL(.malformed) }
    return Origin(isSecure: scheme == "https", host: host.lowercased(), port: port)
  }

  /// libcurl gives the scheme in lower case.
  private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    defer { curl_free(text) }
    guard curl_url_get(handle, part, &text, UInt32(CURLU_DEFAULT_PORT)) == CURLUE_OK, let text else { return nil }
    return String(cString: text)
  }
}
