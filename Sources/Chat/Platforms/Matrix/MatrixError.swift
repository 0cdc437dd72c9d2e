internal import Foundation
internal import HTTPTypes

/// What a homeserver says of a failure, and what it is told: https://spec.matrix.org/latest/client-server-api/#standard-error-response
struct MatrixError: Codable {
  let code: String
  let error: String

  private enum CodingKeys: String, CodingKey {
    case error
    case code = "errcode"
  }

  /// The response of this code; `error` is our own words.
  static func response(_ code: String, _ error: String, as response: WebhookResponse) -> WebhookResponse {
    let body = (try? JSONBody.encode(MatrixError(code: code, error: error))) ?? Data("{}".utf8)
    var answer = WebhookResponse.json(body, status: response.status)
    answer.headers.append(contentsOf: response.headers.filter { $0.name == .allow })
    return answer
  }

  /// The code in a body, if it looks like one; nothing else of a response is ever repeated.
  static func code(in body: Data) -> String? {
    struct Failure: Decodable { let errcode: String }
    guard let code = try? JSONDecoder().decode(Failure.self, from: body).errcode, code.hasPrefix("M_"),
      code.utf8.count <= 64,
      code.utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 || $0 == UInt8(ascii: "_") })
    else { return nil }
    return code
  }
}
