internal import Foundation

/// What the Graph API's responses to a message mean, by the code of the error rather than by the status.
///
/// https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes,
/// https://developers.facebook.com/docs/messenger-platform/error-codes
struct MetaVerdict: Decodable {
  /// Errors that pass: limits of throughput and rate, and failures of the service.
  private static let passing: Set<Int> = [
    2, 4, 17, 32, 341, 613, 1200, 80006, 80007, 130429, 131000, 131016, 131056, 131057,
  ]
  /// Nobody there, or more than 24 hours since his last message: undeliverable, window over, user not available.
  private static let final: Set<Int> = [551, 131026, 131047]
  /// The same as subcodes of general errors: window over, no such person.
  private static let finalSubcodes: Set<Int> = [2_018_001, 2_018_108, 2_018_278]

  private let error: Failure?
  private let messages: [Receipt]?
  private let message: String?

  private enum CodingKeys: String, CodingKey {
    case error, messages
    case message = "message_id"
  }

  private struct Receipt: Decodable { let id: String? }

  private struct Failure: Decodable {
    let code: Int?
    let subcode: Int?
    let isTransient: Bool?

    private enum CodingKeys: String, CodingKey {
      case code
      case subcode = "error_subcode"
      case isTransient = "is_transient"
    }
  }

  /// The verdict.
  static func read(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    let body = try? JSONDecoder().decode(Self.self, from: response.body)
    guard let error = body?.error else {
      return StatusReading.verdict(response, at: now, receipt: body?.message ?? body?.messages?.first?.id)
    }
    let code = error.code ?? 0
    let reason = error.subcode.map { "code \(code), \($0)" } ?? "code \(code)"
    if error.isTransient == true || passing.contains(code) || response.status == 429 || response.status >= 500 {
      return .retry(after: RetryAfter.read(response, at: now), reason: reason)
    }
    let isFinal = final.contains(code) || error.subcode.map(finalSubcodes.contains) == true
    return isFinal ? .gone(reason) : .refused(reason)
  }
}
