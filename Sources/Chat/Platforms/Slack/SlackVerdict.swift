internal import Foundation

/// What Slack's responses mean. Status 200 alone says nothing: `ok` and `error` do.
enum SlackVerdict {
  /// Errors that pass.
  private static let passing: Set<String> = [
    "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout",
    "team_added_to_org",
  ]
  /// Errors that say that nothing can be posted there any more.
  private static let final: Set<String> = ["channel_not_found", "is_archived", "expired_url", "used_url"]
  /// Errors about the form of blocks.
  private static let form: Set<String> = ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"]

  private struct Result: Decodable {
    let ok: Bool
    let error: String?
    let ts: String?
  }

  /// The verdict. The Web API answers with a JSON object, a response URL with the word "ok".
  static func read(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    if let result = try? JSONDecoder().decode(Result.self, from: response.body) {
      if !result.ok { return failure(code(result.error), response, at: now) }
      if (200..<300).contains(response.status) { return .delivered(receipt: result.ts) }
    }
    let word = String(decoding: response.body.prefix(64), as: UTF8.self)
    guard (200..<300).contains(response.status) else {
      return final.contains(word) ? .gone(word) : StatusReading.verdict(response, at: now)
    }
    // Something in between may have answered in Slack's name.
    return word == "ok" ? .delivered(receipt: nil) : .retry(after: nil, reason: "the response is not Slack's")
  }

  private static func failure(_ code: String, _ response: OutgoingResponse, at now: Date) -> SendVerdict {
    if passing.contains(code) || response.status == 429 || response.status >= 500 {
      return .retry(after: RetryAfter.read(response, at: now), reason: code)
    }
    if final.contains(code) { return .gone(code) }
    return form.contains(code) ? .tryPlain(code) : .refused(code)
  }

  /// The error's code, if it looks like one; nothing else of a response is ever repeated.
  private static func code(_ error: String?) -> String {
    guard let error, error.utf8.count <= 64, !error.isEmpty,
      error.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == UInt8(ascii: "_") })
    else { return "unknown error" }
    return error
  }
}
