internal import Foundation

/// What Twilio's responses to a message mean: https://www.twilio.com/docs/api/errors
enum TwilioVerdict {
  /// Too many requests, and the queue of the number is full.
  private static let passing: Set<Int> = [20429, 21611, 63018]
  /// No such number, unsubscribed, no telephone that takes messages, the 24 hours of WhatsApp are over.
  private static let final: Set<Int> = [21211, 21610, 21614, 63016]

  private struct Body: Decodable {
    let sid: String?
    let code: Int?
  }

  /// The verdict.
  static func read(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    let body = try? JSONDecoder().decode(Body.self, from: response.body)
    guard !(200..<300).contains(response.status), let code = body?.code else {
      return StatusReading.verdict(response, at: now, receipt: body?.sid)
    }
    if passing.contains(code) || response.status == 429 || response.status >= 500 {
      return .retry(after: RetryAfter.read(response, at: now), reason: "code \(code)")
    }
    return final.contains(code) ? .gone("code \(code)") : .refused("code \(code)")
  }
}
