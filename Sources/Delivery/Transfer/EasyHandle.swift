internal import Curl
import Foundation
import HTTPTypes

/// libcurl's handle of one transfer, used again for the next one. Belongs to the engine's thread.
///
/// What protects every transfer is set once; what differs between transfers is set for each, all of it, so that nothing of
/// the last one is left. libcurl's callbacks come with a bare pointer to this object, which the engine keeps.
final class EasyHandle {
  let pointer: UnsafeMutableRawPointer
  /// The transfer that the handle carries now.
  private(set) var transfer: Transfer?
  /// What libcurl has been told; a new handle trusts what the system trusts.
  private var trustInForce = CertificateTrust.system

  /// - Parameter agent: the User-Agent of every request.
  /// - Throws: ``TransferFailure/engine(code:)`` where memory has run out or libcurl lacks an option.
  init(agent: String, limits: TransferLimits) throws(TransferFailure) {
    guard let pointer = curl_easy_init() else { throw .engine(code: Int(CURLE_OUT_OF_MEMORY.rawValue)) }
    self.pointer = pointer
    try setProtection()
    try setConnection(limits: limits)
    try setCallbacks()
    try set(CURLOPT_USERAGENT, agent)
  }

  /// The engine takes the handle out of its multi handle before it lets go of it.
  deinit { curl_easy_cleanup(pointer) }

  /// The handle that a pointer given to libcurl stands for.
  static func at(_ pointer: UnsafeMutableRawPointer?) -> EasyHandle? {
    pointer.map { Unmanaged<EasyHandle>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The handle behind libcurl's own pointer.
  static func of(easy: UnsafeMutableRawPointer) -> EasyHandle? { at(marrow_curl_private(easy)) }

  /// The status code of the response that has come in.
  var status: Int { marrow_curl_status(pointer) }

  /// Takes the options of a transfer. One that libcurl does not take ends the transfer: none of them may be missing without
  /// notice.
  func carry(_ transfer: Transfer, remaining: Duration) throws(TransferFailure) {
    self.transfer = transfer
    let prepared = transfer.prepared
    try set(CURLOPT_PROTOCOLS_STR, prepared.url.origin.isSecure ? "https" : "http")
    try setPointer(CURLOPT_CURLU, UnsafeRawPointer(prepared.url.handle))
    try setPointer(CURLOPT_HTTPHEADER, prepared.headerLines)
    try setTrust(prepared.request.trust)
    try setLimits(of: prepared.request, remaining: remaining)
    try setBody(of: prepared.request)
  }

  /// Lets go of the transfer and of all that belongs to it.
  func forget() {
    transfer = nil
    // Freeing takes no memory, and without these the next transfer could not begin: no failure to look for.
    _ = marrow_curl_set_pointer(pointer, CURLOPT_CURLU, nil)
    _ = marrow_curl_set_pointer(pointer, CURLOPT_HTTPHEADER, nil)
    _ = marrow_curl_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, nil)
  }
}

// What is the same for every transfer.
extension EasyHandle {
  /// What libcurl-security(3) asks of a program that sends to addresses from outside.
  private func setProtection() throws(TransferFailure) {
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
  }

  private func setConnection(limits: TransferLimits) throws(TransferFailure) {
    try set(CURLOPT_MAXAGE_CONN, Int(limits.idleLifetime.components.seconds))
    try set(CURLOPT_MAXLIFETIME_CONN, Int(limits.connectionLifetime.components.seconds))
    try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    // No CURLOPT_PIPEWAIT and no limit of connections to a host, though both would save connections: libcurl 7.88 forgets
    // the deadlines of a transfer that waits for a connection to be free.
    try check(marrow_curl_leave_lookups(pointer))
  }

  private func setCallbacks() throws(TransferFailure) {
    try check(marrow_curl_set_data_callback(pointer, CURLOPT_WRITEFUNCTION, EasyHandle.onBody))
    try check(marrow_curl_set_data_callback(pointer, CURLOPT_HEADERFUNCTION, EasyHandle.onHeader))
    try check(marrow_curl_set_open_socket(pointer, EasyHandle.onOpenSocket))
    try check(marrow_curl_set_before_request(pointer, EasyHandle.beforeRequest))
    let owner = UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
    let options = [
      CURLOPT_PRIVATE, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA,
    ]
    for option in options { try setPointer(option, owner) }
  }
}

// What differs from transfer to transfer.
extension EasyHandle {
  private func setTrust(_ trust: CertificateTrust) throws(TransferFailure) {
    guard trust != trustInForce else { return }
    switch trust {
    case .system:
      try check(marrow_curl_set_default_authorities(pointer))
    case .authorities(let file):
      try set(CURLOPT_CAINFO, file)
      try setPointer(CURLOPT_CAPATH, nil)
    }
    trustInForce = trust
  }

  private func setLimits(of request: TransferRequest, remaining: Duration) throws(TransferFailure) {
    try set(CURLOPT_TIMEOUT_MS, remaining.milliseconds)
    try set(CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout.milliseconds)
    try check(
      marrow_curl_set_size(pointer, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(max(1, request.maximumResponseBytes))))
  }

  private func setBody(of request: TransferRequest) throws(TransferFailure) {
    // Clears what an earlier HEAD or body has left: from here on it is a plain GET.
    try set(CURLOPT_HTTPGET, 1)
    if !request.body.isEmpty || [.post, .put, .patch].contains(request.method) {
      try check(marrow_curl_set_size(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count)))
      try check(request.body.withUnsafeBytes(copyBody))
    } else if request.method == .head {
      try set(CURLOPT_NOBODY, 1)
    }
    // Always set, since HTTPGET leaves the last one's name in force.
    try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
  }

  private func copyBody(_ bytes: UnsafeRawBufferPointer) -> CURLcode {
    // Without bytes the pointer may be nil, which libcurl takes for "the body comes from a callback".
    bytes.isEmpty
      ? marrow_curl_set_string(pointer, CURLOPT_COPYPOSTFIELDS, "")
      : marrow_curl_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress)
  }
}

extension EasyHandle {
  private func set(_ option: CURLoption, _ value: Int) throws(TransferFailure) {
    try check(marrow_curl_set_long(pointer, option, value))
  }

  private func set(_ option: CURLoption, _ value: String) throws(TransferFailure) {
    try check(marrow_curl_set_string(pointer, option, value))
  }

  private func setPointer(_ option: CURLoption, _ value: UnsafeRawPointer?) throws(TransferFailure) {
    try check(marrow_curl_set_pointer(pointer, option, value))
  }

  private func check(_ code: CURLcode) throws(TransferFailure) {
    guard code == CURLE_OK else { throw .engine(code: Int(code.rawValue)) }
  }
}
