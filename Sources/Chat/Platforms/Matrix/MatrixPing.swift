internal import Foundation
internal import HTTPTypes

/// Asks the homeserver to ping us, which tries both directions and both tokens:
/// https://spec.matrix.org/latest/application-service-api/#pinging
struct MatrixPing {
  let homeserver: MatrixHomeserver
  let service: String
  let fetcher: any Fetcher

  private static let check = "ping by the homeserver"
  /// Codes of a homeserver that could not reach us, which it cannot while the daemon does not run.
  private static let unreached: Set<String> = ["M_CONNECTION_FAILED", "M_CONNECTION_TIMEOUT"]

  /// The result; where it failed, it says what to look at.
  func result(transaction: String) async -> SelfTestResult {
    guard let request = try? homeserver.ping(service: service, transaction: transaction) else {
      return SelfTestResult(Self.check, passed: false, advice: "appservice_id cannot be used")
    }
    do throws(FetchFailure) {
      let response = try await fetcher.fetch(request)
      guard !(200..<300).contains(response.status) else { return SelfTestResult(Self.check, passed: true) }
      let code = MatrixError.code(in: response.body) ?? "status \(response.status)"
      return SelfTestResult(
        Self.check, passed: false, advice: Self.advice(code), needsDaemon: Self.unreached.contains(code))
    } catch {
      return SelfTestResult(
        Self.check, passed: false,
        advice: "no response from homeserver_url; is it right, and is a private address named in private_hosts?")
    }
  }

  private static func advice(_ code: String) -> String {
    switch code {
    case "M_UNKNOWN_TOKEN", "M_MISSING_TOKEN":
      "\(code), as_token is not that of the registration, or the homeserver has not read it since it was changed"
    case "M_FORBIDDEN": "\(code), appservice_id is not the id of the registration"
    case "M_URL_NOT_SET": "\(code), the registration has no url"
    case "M_BAD_STATUS": "\(code), hs_token is not that of the registration, or its url leads to something else"
    case "M_CONNECTION_FAILED", "M_CONNECTION_TIMEOUT":
      "\(code), the daemon does not run, or the homeserver cannot reach it at the url of the registration"
    case "status 404", "M_UNRECOGNIZED":
      "\(code), homeserver_url leads to something else, or the homeserver is older than version 1.7 of the specification"
    default: code
    }
  }
}
