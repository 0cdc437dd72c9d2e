/// What Twilio is answered with at once: https://www.twilio.com/docs/messaging/twiml
enum TwilioReply {
  /// Messages that one response may have.
  static let limit = 10

  /// These messages; without any, silence.
  static func response(_ texts: [String]) -> WebhookResponse {
    let messages = texts.map { "<Message>\($0.escapingAngles)</Message>" }.joined()
    return WebhookResponse(
      contentType: "text/xml; charset=utf-8",
      body: #"<?xml version="1.0" encoding="UTF-8"?><Response>\#(messages)</Response>"#)
  }
}
