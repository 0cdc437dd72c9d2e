internal import Foundation

/// What the Connector service's responses mean:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#errors
enum BotFrameworkVerdict {
  private struct Receipt: Decodable { let id: String }

  /// The verdict. 403 says that the bot was blocked or removed, 404 that the conversation is no more; 412 passes, as Teams
  /// documents it.
  static func read(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    switch response.status {
    case 403, 404: .gone("status \(response.status)")
    case 412: .retry(after: RetryAfter.read(response, at: now), reason: "status 412")
    default:
      StatusReading.verdict(
        response, at: now, receipt: (try? JSONDecoder().decode(Receipt.self, from: response.body))?.id)
    }
  }
}
