internal import Crypto
internal import Foundation

/// Twilio's request signature: the URL as it was configured there and the form's fields, or for other bodies the URL alone, in
/// which the body's hash stands. https://www.twilio.com/docs/usage/security#validating-requests
struct TwilioSignature: Sendable {
  private static let header = "x-twilio-signature"
  /// Says that a shared key has signed, and how: "key=...,algorithm=HMAC_SHA256".
  private static let settingsHeader = "x-twilio-webhooks-signature-settings"

  /// Fields of a form; Twilio sends some thirty, and anybody may send more.
  private static let fieldLimit = 1000

  /// The URL without its query, with its port and without: Twilio signs now one, now the other.
  private let urls: [String]
  private let token: Data
  private let sharedKey: Data?

  /// Signatures for this webhook; nil where `url` is no URL.
  init?(url: String, token: Secret, sharedKey: Secret?) {
    guard var parts = URLComponents(string: url), let scheme = parts.scheme else { return nil }
    parts.query = nil
    parts.fragment = nil
    let port = parts.port ?? (scheme == "https" ? 443 : 80)
    urls = [nil, port].compactMap { port in
      parts.port = port
      return parts.string
    }
    self.token = Data(token.value.utf8)
    self.sharedKey = sharedKey.map { Data($0.value.utf8) }
  }

  /// Refuses a request that Twilio has not signed.
  func verify(_ request: WebhookRequest) throws(WebhookRefusal) {
    guard let given = request.header(Self.header) else { throw .unauthenticated }
    let fields = try Self.fields(request)
    let settings = request.header(Self.settingsHeader)
    var isSigned = false
    for url in urls {
      let text = url + (request.rawQuery.isEmpty ? "" : "?" + request.rawQuery) + fields
      guard let signature = signature(text, settings: settings) else { throw .unauthenticated }
      if ConstantTime.equal(signature, given) { isSigned = true }
    }
    guard isSigned else { throw .unauthenticated }
  }

  /// The header for a form.
  func header(for form: Data) -> (name: String, value: String) {
    (Self.header, Self.text(MessageCode.sha1(Data((urls[0] + Self.joined(FormBody(form))).utf8), key: token)))
  }

  /// What of the body is signed behind the URL.
  private static func fields(_ request: WebhookRequest) throws(WebhookRefusal) -> String {
    if request.hasContentType("application/x-www-form-urlencoded") {
      let form = FormBody(request.body)
      guard form.pairs.count <= fieldLimit else { throw .unauthenticated }
      return joined(form)
    }
    let hash = Hex.text(Data(SHA256.hash(data: request.body)))
    guard let given = request.query["bodySHA256"], ConstantTime.equal(given, hash) else { throw .unauthenticated }
    return ""
  }

  /// The fields' names and values one after another, in the order of their bytes, and pairs that are alike once.
  private static func joined(_ form: FormBody) -> String {
    let pairs = form.pairs.map { (Array($0.name.utf8), Array($0.value.utf8)) }
    let sorted = pairs.sorted { one, other in
      one.0 == other.0 ? one.1.lexicographicallyPrecedes(other.1) : one.0.lexicographicallyPrecedes(other.0)
    }
    var bytes: [UInt8] = []
    for (index, pair) in sorted.enumerated() where index == 0 || sorted[index - 1] != pair {
      bytes += pair.0 + pair.1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The signature that `text` should have; nil where it is by a key or an algorithm that we do not have.
  private func signature(_ text: String, settings: String?) -> String? {
    guard let settings else { return Self.text(MessageCode.sha1(Data(text.utf8), key: token)) }
    guard let sharedKey, settings.utf8.count <= 1024 else { return nil }
    let parts = settings.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    return switch parts.first(where: { $0.hasPrefix("algorithm=") }) {
    case "algorithm=HMAC_SHA256": Self.text(MessageCode.sha256(Data(text.utf8), key: sharedKey))
    case "algorithm=HMAC_SHA1": Self.text(MessageCode.sha1(Data(text.utf8), key: sharedKey))
    default: nil
    }
  }

  private static func text(_ code: Data) -> String { code.base64EncodedString() }

  /// The example of Twilio's page on security.
  static var vectorTest: SelfTestResult {
    let form = FormBody.encoded([
      ("Digits", "1234"), ("To", "+18005551212"), ("From", "+14158675310"), ("Caller", "+14158675310"),
      ("CallSid", "CA1234567890ABCDE"),
    ])
    var request = WebhookRequest(rawQuery: "foo=1&bar=2", body: form, receivedAt: .distantPast)
    request.set([
      ("content-type", "application/x-www-form-urlencoded"), (header, "L/OH5YylLD5NRKLltdqwSvS0BnU="),
    ])
    let signature = TwilioSignature(url: "https://example.com/myapp.php", token: Secret("12345"), sharedKey: nil)
    let passed = (try? signature?.verify(request)) != nil
    return SelfTestResult("published signature vector", passed: passed)
  }
}
