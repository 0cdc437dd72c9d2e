internal import Foundation

/// What a homeserver's responses to a message mean.
enum MatrixVerdict {
  private struct Sent: Decodable {
    let event: String?

    private enum CodingKeys: String, CodingKey { case event = "event_id" }
  }

  /// The verdict.
  static func read(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    let code = MatrixError.code(in: response.body)
    switch response.status {
    case 200..<300:
      // Something in between may have answered in the homeserver's name.
      guard let sent = try? JSONDecoder().decode(Sent.self, from: response.body) else {
        return .retry(after: nil, reason: "the response is not a homeserver's")
      }
      return .delivered(receipt: sent.event)
    // Not in the room, not invited to it, or not allowed to speak.
    case 403: return .gone(code ?? "status 403")
    case 408, 410, 425, 429, 500..<600: return StatusReading.verdict(response, at: now)
    default: return .refused(code ?? "status \(response.status)")
    }
  }
}
