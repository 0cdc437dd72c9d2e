internal import Curl
import Foundation

/// One request on its way, from the call to the response.
///
/// Sendable though it changes: the inbox's lock guards `continuation` and `isCancelled` until the engine's thread has
/// taken the transfer over, and everything else belongs to that thread alone.
final class Transfer: @unchecked Sendable {
  typealias Outcome = Result<TransferResponse, TransferFailure>

  let prepared: PreparedRequest
  let deadline: ContinuousClock.Instant
  let filter: AddressFilter

  /// Set by the inbox.
  var continuation: CheckedContinuation<Outcome, Never>?
  /// Set by the inbox.
  var isCancelled = false

  var response: ResponseBuffer
  /// The handle that carries the transfer while it is in flight.
  var easy: EasyHandle?
  private var admitted = 0
  private var refused = 0

  init(_ prepared: PreparedRequest, filter: AddressFilter, now: ContinuousClock.Instant) {
    self.prepared = prepared
    self.filter = filter
    deadline = now + prepared.request.totalTimeout
    response = ResponseBuffer(maximumBytes: prepared.request.maximumResponseBytes)
  }

  /// Whether the transfer may connect to an address; remembers what it was told.
  func admits(_ address: IPAddress?) -> Bool {
    guard let address, filter.admits(address, named: prepared.isNamed) else {
      refused += 1
      return false
    }
    admitted += 1
    return true
  }

  /// The outcome of a transfer that libcurl has ended with a code.
  func outcome(of code: CURLcode, status: Int) -> Outcome {
    guard code != CURLE_OK else {
      return .success(TransferResponse(status: status, head: response.head, body: response.body))
    }
    return .failure(failure(of: code))
  }

  private func failure(of code: CURLcode) -> TransferFailure {
    if code == CURLE_FILESIZE_EXCEEDED { response.refuseLength() }
    if let failure = response.failure { return failure }
    switch code {
    case CURLE_OPERATION_TIMEDOUT: return .timedOut
    // A host with one public address that is down is no refused host.
    case CURLE_COULDNT_CONNECT where refused > 0 && admitted == 0: return .refusedAddress
    case CURLE_ABORTED_BY_CALLBACK: return .refusedAddress
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      return .untrustedCertificate
    case CURLE_URL_MALFORMAT: return .refusedURL(.malformed)
    case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: return .engine(code: Int(code.rawValue))
    default: return .connection(code: Int(code.rawValue))
    }
  }
}
