internal import Foundation

/// Slack's request signature, version 0.
struct SlackSignature: Sendable {
  private let key: MessageKey

  init(secret: Secret) { key = MessageKey(Data(secret.value.utf8)) }

  /// Refuses a request that Slack has not signed within the last five minutes.
  func verify(_ request: WebhookRequest, at now: Date) throws(WebhookRefusal) {
    guard let timestamp = request.header("x-slack-request-timestamp"),
      let given = request.header("x-slack-signature")
    else { throw .unauthenticated }
    try Freshness.check(timestamp, at: now)
    guard ConstantTime.equal(signature(timestamp: timestamp, body: request.body), given) else {
      throw .unauthenticated
    }
  }

  /// The headers that Slack would send with a body.
  func headers(for body: Data, at now: Date) -> [(name: String, value: String)] {
    let timestamp = String(Int64(now.timeIntervalSince1970))
    return [
      ("x-slack-request-timestamp", timestamp), ("x-slack-signature", signature(timestamp: timestamp, body: body)),
    ]
  }

  private func signature(timestamp: String, body: Data) -> String {
    "v0=" + Hex.text(key.sha256(Data("v0:\(timestamp):".utf8), body))
  }

  /// The example of Slack's page on verifying requests.
  static var vectorTest: SelfTestResult {
    let body = """
      token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&\
      channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&\
      response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&\
      trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c
      """
    let signature = SlackSignature(secret: Secret("8f742231b10e8888abcd99yyyzzz85a5"))
      .signature(timestamp: "1531420618", body: Data(body.utf8))
    return SelfTestResult(
      "published signature vector",
      passed: signature == "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")
  }
}
