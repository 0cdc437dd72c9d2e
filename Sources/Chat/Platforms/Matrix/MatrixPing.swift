internal import Foundation
internal import HTTPTypes

/// Asks the homeserver to ping us, which tries both directions and both tokens:
/// https://spec.matrix.org/latest/application-service-api/#pinging
struct MatrixPing {
  let homeserver: MatrixHomeserver
  let service: String
  let fetcher: any Fetcher

  /// The result; where it failed, the check says what to look at.
  func result(transaction: String) async -> SelfTestResult {
    guard let request = try? homeserver.ping(service: service, transaction: transaction) else {
      return SelfTestResult("ping by the homeserver: appservice_id cannot be used", passed: false)
    }
    do throws(FetchFailure) {
      let response = try await fetcher.fetch(request)
      guard !(200..<300).contains(response.status) else {
        return SelfTestResult("ping by the homeserver", passed: true)
      }
      return SelfTestResult("ping by the homeserver: " + Self.advice(response), passed: false)
    } catch {
      return SelfTestResult("ping by the homeserver: no response from homeserver_url", passed: false)
    }
  }

  private static func advice(_ response: OutgoingResponse) -> String {
    let code = MatrixError.code(in: response.body) ?? "status \(response.status)"
    return switch code {
    case "M_UNKNOWN_TOKEN", "M_MISSING_TOKEN":
      "\(code), as_token is not that of the registration, or the homeserver has not read it since it was changed"
    case "M_FORBIDDEN": "\(code), appservice_id is not the id of the registration"
    case "M_URL_NOT_SET": "\(code), the registration has no url"
    case "M_BAD_STATUS": "\(code), hs_token is not that of the registration, or its url leads to something else"
    case "M_CONNECTION_FAILED", "M_CONNECTION_TIMEOUT":
      "\(code), the daemon does not run, or the homeserver cannot reach it at the url of the registration"
    default: code
    }
  }
}
