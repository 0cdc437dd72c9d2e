internal import Foundation

/// What the Bot API's responses mean: https://core.telegram.org/bots/api#making-requests
struct TelegramVerdict: Decodable {
  let ok: Bool
  let description: String?
  let parameters: Parameters?
  private let result: Receipt?

  private struct Receipt: Decodable {
    let message: Int64?

    private enum CodingKeys: String, CodingKey { case message = "message_id" }
  }

  /// What a failure may say besides its words.
  struct Parameters: Decodable {
    /// The id of the supergroup that a group has become.
    let newChat: Int64?

    private enum CodingKeys: String, CodingKey { case newChat = "migrate_to_chat_id" }
  }

  private enum CodingKeys: String, CodingKey { case ok, description, parameters, result }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    ok = try fields.decode(Bool.self, forKey: .ok)
    description = try? fields.decode(String.self, forKey: .description)
    parameters = try? fields.decode(Parameters.self, forKey: .parameters)
    // Not every method gives a message; some say only "true".
    result = try? fields.decode(Receipt.self, forKey: .result)
  }

  /// The body of a response; nil where it is not the Bot API's.
  init?(_ response: OutgoingResponse) {
    guard let verdict = try? JSONDecoder().decode(Self.self, from: response.body) else { return nil }
    self = verdict
  }

  /// The verdict.
  static func read(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    let body = TelegramVerdict(response)
    guard (200..<300).contains(response.status) else { return failure(body, response, at: now) }
    guard let body else { return .retry(after: nil, reason: "the response is not Telegram's") }
    if body.ok { return .delivered(receipt: body.result?.message.map(String.init)) }
    return failure(body, response, at: now)
  }

  /// Failures by the words in their description: what Telegram says, and what it means. The description itself is never repeated.
  private static let known: [(words: String, verdict: SendVerdict)] = [
    ("can't parse entities", .tryPlain("mark-up not understood")),
    ("chat not found", .gone("chat not found")),
    ("message thread not found", .gone("topic not found")),
    ("topic_closed", .gone("topic closed")),
    ("query is too old", .gone("press too old")),
    ("group chat was deleted", .gone("group deleted")),
    ("message is too long", .refused("message too long")),
  ]

  private static func failure(_ body: TelegramVerdict?, _ response: OutgoingResponse, at now: Date) -> SendVerdict {
    // Blocked by the user, removed from the group, or the user's account is gone.
    if response.status == 403 { return .gone("status 403") }
    guard response.status == 400 else { return Self.other(response, at: now) }
    if body?.parameters?.newChat != nil { return .gone("the group has another id") }
    let words = body?.description?.lowercased() ?? ""
    return known.first { words.contains($0.words) }?.verdict ?? .refused("status 400")
  }

  /// A 2xx that is no success is nothing that Telegram sends; all else is as its status says.
  private static func other(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    (200..<300).contains(response.status)
      ? .refused("no success") : StatusReading.verdict(response, at: now)
  }
}
