package import Foundation

/// What a status means where the platform has no rules of its own.
package enum StatusReading {
  /// The verdict for a response: 2xx delivered, 410 gone, 408, 425, 429 and 5xx again later, all else refused. A redirect is
  /// refused too, since following one would take the message where nobody configured it to go.
  package static func verdict(_ response: OutgoingResponse, at now: Date, receipt: String? = nil) -> SendVerdict {
    switch response.status {
    case 200..<300: .delivered(receipt: receipt)
    case 410: .gone("status 410")
    case 408, 425, 429, 500..<600:
      .retry(after: RetryAfter.read(response, at: now), reason: "status \(response.status)")
    default: .refused("status \(response.status)")
    }
  }
}
