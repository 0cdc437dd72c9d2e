internal import Foundation

/// What Discord's responses to a message mean: https://docs.discord.com/developers/topics/opcodes-and-status-codes
enum DiscordVerdict {
  /// "Unknown Webhook": the interaction's token is not known, or not known yet.
  private static let unknownWebhook = 10015

  private struct Body: Decodable {
    let id: String?
    let code: Int?
  }

  /// The verdict. A message that overtakes the response to its interaction meets a token that is not known yet, so that is
  /// tried again, until the interaction's time is over.
  static func read(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    let body = try? JSONDecoder().decode(Body.self, from: response.body)
    switch response.status {
    case 200..<300: return .delivered(receipt: body?.id)
    case 404 where body?.code == unknownWebhook: return .retry(after: .seconds(1), reason: "token not known yet")
    // The token is the only credential, and it is of the destination.
    case 401, 403, 404: return .gone("status \(response.status)")
    default: return StatusReading.verdict(response, at: now)
    }
  }
}
