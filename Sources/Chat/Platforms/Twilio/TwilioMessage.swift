/// What Twilio posts for a message: https://www.twilio.com/docs/messaging/guides/webhook-request
struct TwilioMessage: Decodable {
  /// What carriers and Twilio answer themselves; an answer to the first would reach somebody who wants none.
  private static let stops: Set<String> = [
    "STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT",
  ]
  private static let keywords: Set<String> = ["START", "UNSTOP", "HELP", "INFO"]

  let id: String?
  let from: String?
  let to: String?
  let body: String?
  /// Present where the post tells what became of a message of ours.
  let status: String?
  /// Present where Twilio has answered already: "STOP", "START" or "HELP".
  let optOut: String?

  private enum CodingKeys: String, CodingKey {
    case id = "MessageSid"
    case from = "From"
    case to = "To"
    case body = "Body"
    case status = "MessageStatus"
    case optOut = "OptOutType"
  }

  /// The message of a form.
  init(_ form: FormBody) {
    id = form[CodingKeys.id.rawValue]
    from = form[CodingKeys.from.rawValue]
    to = form[CodingKeys.to.rawValue]
    body = form[CodingKeys.body.rawValue]
    status = form[CodingKeys.status.rawValue]
    optOut = form[CodingKeys.optOut.rawValue]
  }

  /// True for an address on WhatsApp.
  static func isWhatsApp(_ address: String?) -> Bool { address?.hasPrefix("whatsapp:") == true }

  /// True where Twilio answers.
  var isKeyword: Bool {
    let word = QuestionText.read(body)?.uppercased() ?? ""
    return optOut != nil || Self.stops.contains(word) || (Self.keywords.contains(word) && !Self.isWhatsApp(from))
  }
}
