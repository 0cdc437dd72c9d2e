internal import Curl
import Foundation
import HTTPTypes

/// libcurl's handle of one transfer, used again for the next one. Belongs to the engine's thread.
struct EasyHandle {
  let pointer: UnsafeMutableRawPointer

  /// - Throws: ``TransferFailure/engine(code:)`` where memory has run out.
  init() throws(TransferFailure) {
    guard let pointer = curl_easy_init() else { throw .engine(code: Int(CURLE_OUT_OF_MEMORY.rawValue)) }
    self.pointer = pointer
  }

  /// Frees the handle, which must not be in a multi handle.
  func free() { curl_easy_cleanup(pointer) }

  /// The status code of the response that has come in.
  var status: Int { marrow_curl_status(pointer) }

  /// Forgets the last transfer and takes the options of another. An option that libcurl does not take ends the transfer:
  /// none of them may be missing without notice.
  func prepare(for transfer: Transfer, agent: String, limits: TransferLimits, remaining: Duration)
    throws(TransferFailure)
  {
    curl_easy_reset(pointer)
    try setProtection(of: transfer.prepared)
    try setDeadlines(of: transfer.prepared.request, remaining: remaining)
    try setTarget(of: transfer.prepared, agent: agent)
    try setConnection(of: transfer.prepared, limits: limits)
    try setBody(of: transfer.prepared.request)
    try setCallbacks(of: transfer)
  }

  /// What libcurl-security(3) asks of a program that sends to addresses from outside.
  private func setProtection(of prepared: PreparedRequest) throws(TransferFailure) {
    try set(CURLOPT_PROTOCOLS_STR, prepared.isSecure ? "https" : "http")
    try set(CURLOPT_REDIR_PROTOCOLS_STR, "https")
    try set(CURLOPT_FOLLOWLOCATION, 0)
    try set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    // A proxy from the environment would hide the address from the filter.
    try set(CURLOPT_PROXY, "")
    try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_SSL_VERIFYPEER, 1)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if case .authorities(let file) = prepared.request.trust {
      try set(CURLOPT_CAINFO, file)
      try check(marrow_curl_set_pointer(pointer, CURLOPT_CAPATH, nil))
    }
  }

  private func setDeadlines(of request: TransferRequest, remaining: Duration) throws(TransferFailure) {
    try set(CURLOPT_TIMEOUT_MS, remaining.milliseconds)
    try set(CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout.milliseconds)
    try check(
      marrow_curl_set_size(pointer, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(max(1, request.maximumResponseBytes))))
    try check(marrow_curl_leave_lookups(pointer))
  }

  private func setTarget(of prepared: PreparedRequest, agent: String) throws(TransferFailure) {
    try check(marrow_curl_set_pointer(pointer, CURLOPT_CURLU, UnsafeRawPointer(prepared.url.handle)))
    try check(marrow_curl_set_pointer(pointer, CURLOPT_HTTPHEADER, prepared.headerLines))
    try set(CURLOPT_USERAGENT, agent)
  }

  private func setConnection(of prepared: PreparedRequest, limits: TransferLimits) throws(TransferFailure) {
    try set(CURLOPT_MAXAGE_CONN, Int(limits.idleLifetime.components.seconds))
    try set(CURLOPT_MAXLIFETIME_CONN, Int(limits.connectionLifetime.components.seconds))
    try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    // Rather wait for a connection that can carry many streams than open many.
    try set(CURLOPT_PIPEWAIT, prepared.isSecure ? 1 : 0)
  }

  private func setBody(of request: TransferRequest) throws(TransferFailure) {
    let method = request.method
    guard !request.body.isEmpty || [.post, .put, .patch].contains(method) else {
      try set(method == .head ? CURLOPT_NOBODY : CURLOPT_HTTPGET, 1)
      if method != .head && method != .get { try set(CURLOPT_CUSTOMREQUEST, method.rawValue) }
      return
    }
    try check(marrow_curl_set_size(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count)))
    let code = request.body.withUnsafeBytes { bytes in
      // Without bytes the pointer may be nil, which libcurl takes for "the body comes from a callback".
      bytes.isEmpty
        ? marrow_curl_set_string(pointer, CURLOPT_COPYPOSTFIELDS, "")
        : marrow_curl_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress)
    }
    try check(code)
    if method != .post { try set(CURLOPT_CUSTOMREQUEST, method.rawValue) }
  }

  private func setCallbacks(of transfer: Transfer) throws(TransferFailure) {
    let owner = UnsafeRawPointer(Unmanaged.passUnretained(transfer).toOpaque())
    try check(marrow_curl_set_data_callback(pointer, CURLOPT_WRITEFUNCTION, Transfer.onBody))
    try check(marrow_curl_set_data_callback(pointer, CURLOPT_HEADERFUNCTION, Transfer.onHeader))
    try check(marrow_curl_set_open_socket(pointer, Transfer.onOpenSocket))
    try check(marrow_curl_set_before_request(pointer, Transfer.beforeRequest))
    for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA] {
      try check(marrow_curl_set_pointer(pointer, option, owner))
    }
  }

  private func set(_ option: CURLoption, _ value: Int) throws(TransferFailure) {
    try check(marrow_curl_set_long(pointer, option, value))
  }

  private func set(_ option: CURLoption, _ value: String) throws(TransferFailure) {
    try check(marrow_curl_set_string(pointer, option, value))
  }

  private func check(_ code: CURLcode) throws(TransferFailure) {
    guard code == CURLE_OK else { throw .engine(code: Int(code.rawValue)) }
  }
}

extension Duration {
  /// Whole milliseconds, rounded up, at least 1, since libcurl takes 0 for "no limit", and at most what fits its type.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 1 }
    let whole = min(seconds, Int64(Int32.max / 1000) - 1) * 1000
    return max(1, Int(whole + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
