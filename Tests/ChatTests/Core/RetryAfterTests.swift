import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Retry-After")
struct RetryAfterTests {
  /// Headers and body of a response at 1,790,000,000 (2026-09-21 14:13:20 UTC), and the wait that they ask for.
  static let forms: [([String], String, Duration?)] = [
    ([], "", nil), (["7"], "", .seconds(7)), ([" 7 "], "", .seconds(7)), (["1.5"], "", .milliseconds(1500)),
    (["0"], "", .zero), (["Mon, 21 Sep 2026 14:13:50 GMT"], "", .seconds(30)),
    (["Monday, 21-Sep-26 14:13:50 GMT"], "", .seconds(30)), (["Mon Sep 21 14:13:50 2026"], "", .seconds(30)),
    (["Mon, 21 Sep 2026 14:13:00 GMT"], "", .zero), ([], #"{"retry_after":0.641}"#, .milliseconds(641)),
    ([], #"{"retry_after":1.0001}"#, .milliseconds(1001)), ([], #"{"retry-after":2.5}"#, .milliseconds(2500)),
    ([], #"{"ok":false,"parameters":{"retry_after":35}}"#, .seconds(35)),
    ([], #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2500}"#, .milliseconds(2500)),
    (["1"], #"{"retry_after":3.2}"#, .milliseconds(3200)), (["5", "9"], "", .seconds(9)), (["soon"], "", nil),
    (["-3"], "", nil), (["nan"], "", nil), (["inf"], "", nil), (["99999999999999999999"], "", .seconds(86_400)),
    ([], #"{"retry_after":"text","parameters":[]}"#, nil), ([], "{", nil), (["Mon, 99 Foo 2026 99:99:99 GMT"], "", nil),
  ]

  @Test("All forms are read, the longest counts, nonsense is none", arguments: forms.indices)
  func readsForms(index: Int) throws {
    let (headers, body, wait) = Self.forms[index]
    var fields: HTTPFields = [:]
    for header in headers { fields.append(HTTPField(name: try #require(.init("Retry-After")), value: header)) }
    let response = OutgoingResponse(status: 429, headers: fields, body: Data(body.utf8))
    #expect(RetryAfter.read(response, at: Date(timeIntervalSince1970: 1_790_000_000)) == wait)
  }

  @Test(
    "Without Retry-After the time in X-RateLimit-Reset counts, in all three writings",
    arguments: [
      ("7", nil, Duration.seconds(7)), ("1790000030", nil, .seconds(30)), ("1790000002500", nil, .milliseconds(2500)),
      ("1789999999", nil, .zero), ("1790000030", "2", .seconds(2)), ("soon", nil, nil), ("-1", nil, nil),
      ("inf", nil, nil),
    ] as [(String, String?, Duration?)])
  func readsReset(reset: String, retryAfter: String?, wait: Duration?) throws {
    var fields: HTTPFields = [:]
    fields[try #require(.init("X-RateLimit-Reset"))] = reset
    fields[try #require(.init("Retry-After"))] = retryAfter
    let response = OutgoingResponse(status: 429, headers: fields)
    #expect(RetryAfter.read(response, at: Date(timeIntervalSince1970: 1_790_000_000)) == wait)
  }
}
