import Chat
import Foundation
import FoundationNetworking
import HTTPTypes

/// Sends requests for real.
struct NetworkFetcher: Fetcher {
  private static let session: URLSession = {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.connectionProxyDictionary = [:]
    return URLSession(configuration: configuration)
  }()

  func fetch(_ request: OutgoingRequest) async throws(FetchFailure) -> OutgoingResponse {
    guard let url = URL(string: request.url) else { throw FetchFailure() }
    var wire = URLRequest(url: url, timeoutInterval: 30)
    wire.httpMethod = request.method.rawValue
    // A homeserver that is stopped waits for connections that are kept.
    wire.setValue("close", forHTTPHeaderField: "connection")
    if !request.body.isEmpty { wire.httpBody = request.body }
    for field in request.headers { wire.setValue(field.value, forHTTPHeaderField: field.name.canonicalName) }
    do {
      let (body, response) = try await Self.session.data(for: wire)
      guard let response = response as? HTTPURLResponse else { throw FetchFailure() }
      var headers: HTTPFields = [:]
      for (name, value) in response.allHeaderFields {
        if let name = HTTPField.Name("\(name)") { headers[name] = "\(value)" }
      }
      return OutgoingResponse(status: response.statusCode, headers: headers, body: body)
    } catch { throw FetchFailure() }
  }
}
