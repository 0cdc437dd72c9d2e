package import Foundation
internal import HTTPTypes

/// How long a platform asks us to wait, in all the forms there are: `Retry-After` as seconds or as a date (RFC 9110, section
/// 10.2.3), and in JSON `retry_after`, `retry-after` and `parameters.retry_after` in seconds and `retry_after_ms`. Without one of
/// these, `X-RateLimit-Reset`.
package enum RetryAfter {
  /// The longest wait that is believed.
  package static let cap = Duration.seconds(24 * 3600)

  /// The longest of the waits that the response names; nil where it names none.
  package static func read(_ response: OutgoingResponse, at now: Date) -> Duration? {
    let headers = HTTPField.Name("retry-after").map { response.headers[values: $0] } ?? []
    let waits = headers.compactMap { seconds(header: $0, at: now) } + bodySeconds(response.body)
    // A wait that is over already still says that the platform had one.
    guard let longest = waits.filter(\.isFinite).max() ?? reset(response, at: now) else { return nil }
    let milliseconds = (min(max(longest, 0), 86_400) * 1000).rounded(.up)
    return min(.milliseconds(Int64(milliseconds)), cap)
  }

  /// Seconds until the time in `X-RateLimit-Reset`, as platforms write it that send no `Retry-After`: seconds from now, Unix
  /// seconds or Unix milliseconds. Passed over where there is a `Retry-After`, since it may tell of another limit.
  private static func reset(_ response: OutgoingResponse, at now: Date) -> Double? {
    guard let text = HTTPField.Name("x-ratelimit-reset").flatMap({ response.headers[$0] }), let number = Double(text),
      number.isFinite, number >= 0
    else { return nil }
    switch number {
    case ..<1e9: return number
    case ..<1e12: return number - now.timeIntervalSince1970
    default: return number / 1000 - now.timeIntervalSince1970
    }
  }

  private static func seconds(header: String, at now: Date) -> Double? {
    let text = header.trimmingCharacters(in: .whitespaces)
    if let number = Double(text) { return number < 0 ? nil : number }
    return HTTPDate.parse(text).map { $0.timeIntervalSince(now) }
  }

  private static func bodySeconds(_ body: Data) -> [Double] {
    guard body.first == UInt8(ascii: "{"), let fields = try? JSONDecoder().decode(Fields.self, from: body) else {
      return []
    }
    return [fields.seconds, fields.dashed, fields.parameters?.seconds, fields.milliseconds.map { $0 / 1000 }]
      .compactMap { $0 }.filter { $0 >= 0 }
  }

  private struct Fields: Decodable {
    let seconds: Double?
    let dashed: Double?
    let milliseconds: Double?
    let parameters: Parameters?

    private enum CodingKeys: String, CodingKey {
      case seconds = "retry_after"
      case dashed = "retry-after"
      case milliseconds = "retry_after_ms"
      case parameters
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      seconds = try? fields.decode(Double.self, forKey: .seconds)
      dashed = try? fields.decode(Double.self, forKey: .dashed)
      milliseconds = try? fields.decode(Double.self, forKey: .milliseconds)
      parameters = try? fields.decode(Parameters.self, forKey: .parameters)
    }
  }

  private struct Parameters: Decodable {
    let seconds: Double?

    private enum CodingKeys: String, CodingKey { case seconds = "retry_after" }
  }
}
