internal import Curl
import HTTPTypes

/// The header lines of a request as the list that libcurl takes.
enum HeaderLines {
  /// Headers that say where a message ends or where it goes: libcurl writes them from the URL and the body, and another
  /// opinion in the same message is how requests are smuggled (RFC 9112 11.2).
  private static let framing: Set<String> = [
    "host", "content-length", "transfer-encoding", "connection", "keep-alive", "proxy-connection", "te", "trailer",
    "upgrade", "http2-settings", "expect",
  ]

  /// Makes the list, to be freed by the caller.
  ///
  /// - Throws: ``TransferFailure/refusedHeader(name:)`` for a framing header and for a control character in a value, which
  ///   libcurl would send as it is.
  static func make(of request: TransferRequest) throws(TransferFailure) -> UnsafeMutablePointer<curl_slist> {
    // Without this one libcurl lets a large body wait up to a second for the server's leave to send it.
    guard var list = curl_slist_append(nil, "Expect:") else { throw outOfMemory }
    do throws(TransferFailure) {
      var hasType = false
      for field in request.headers {
        try append(line(of: field), to: &list)
        hasType = hasType || field.name == .contentType
      }
      // libcurl takes a body for a web form where nothing else is said.
      if !hasType { try append("Content-Type:", to: &list) }
    } catch {
      curl_slist_free_all(list)
      throw error
    }
    return list
  }

  private static func line(of field: HTTPField) throws(TransferFailure) -> String {
    let name = field.name.rawName
    let value = field.value
    let isDirty = value.hasByte { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7f }
    guard !isDirty, !framing.contains(field.name.canonicalName) else { throw .refusedHeader(name: name) }
    // With a colon alone libcurl would leave the header out.
    return value.isEmpty ? "\(name);" : "\(name): \(value)"
  }

  private static func append(
    _ line: String, to list: inout UnsafeMutablePointer<curl_slist>
  ) throws(TransferFailure) {
    guard let longer = curl_slist_append(list, line) else { throw outOfMemory }
    list = longer
  }

  private static var outOfMemory: TransferFailure { .engine(code: Int(CURLE_OUT_OF_MEMORY.rawValue)) }
}
