internal import Foundation

/// Where and how messages are posted: the Graph API.
struct MetaGraph: Sendable {
  static let keys: [SettingKey] = [
    .optional(
      "api_version", standard: standardVersion, "version of the Graph API; Meta drops each after two years or so"),
    .optional("api_url", standard: standard, "base URL of the Graph API"),
  ]

  private static let standard = "https://graph.facebook.com"
  private static let standardVersion = "v24.0"
  private let base: String
  private let token: Secret

  /// - Throws: ``SettingsProblem`` for a version or URL that is none, or a missing token.
  init(_ settings: PlatformSettings) throws(SettingsProblem) {
    let version = settings.options["api_version"] ?? Self.standardVersion
    guard version.wholeMatch(of: /v[0-9]{1,3}\.[0-9]{1,2}/) != nil else {
      throw settings.problem("api_version", "must look like \(Self.standardVersion)")
    }
    base = try settings.url("api_url", standard: Self.standard) + "/" + version
    token = try settings.secret("access_token")
  }

  /// A post of `body` to the messages of `sender`. The token stands in a header, where no proxy logs it.
  func messages(of sender: String, _ body: some Encodable) throws(OutgoingFailure) -> OutgoingRequest {
    guard let json = try? JSONBody.encode(body) else { throw .unusable("the message cannot be written") }
    return OutgoingRequest(json: json, to: "\(base)/\(sender)/messages", bearer: token)
  }
}
