import Encoding
import Testing

/// The small JSON reader on what the model's files hold, and on what they should not.
struct JSONReaderTests {
  @Test func readsNestedValues() throws {
    let value = try read(#" { "a" : [ 1 , -2, 3.5, true, null ], "b": {"c": "d"}, "e": [], "f": {} } "#)
    #expect(value["a"]?.array == [.integer(1), .integer(-2), .other, .other, .other])
    #expect(value["b"]?["c"]?.string == "d")
    #expect(value["e"]?.array == [])
    #expect(value["f"]?.members == [])
    #expect(value["a"]?.integers == nil)
  }

  @Test(arguments: [
    (#""a\"b\\c\/\b\f\n\r\t""#, "a\"b\\c/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u65e5""#, "Aé日"),
    (#""\ud83d\ude00""#, "😀"),
    (#""日é😀""#, "日é😀"),
  ])
  func readsStrings(_ text: String, _ string: String) throws {
    #expect(try read(text).string == string)
  }

  @Test func keepsKeysApartThatLookAlike() throws {
    let members = try #require(try read("{\"\u{E9}\": 1, \"e\u{301}\": 2}").members)
    #expect(members.map { Array($0.key.utf8) } == [[0xC3, 0xA9], [0x65, 0xCC, 0x81]])
  }

  @Test(arguments: [
    "", " ", "{", "}", "[1", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "\"", "\"\\", "\"\\x\"", "\"\\u12\"",
    "\"\\u12g4\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "tru", "1x", "[1]]", "nan",
  ])
  func refuses(_ text: String) {
    #expect(throws: JSONSyntaxError.self) { try read(text) }
  }

  @Test func refusesBytesThatAreNoText() {
    #expect(throws: JSONSyntaxError.self) { try read(bytes: [0x22, 0xFF, 0xFE, 0x22]) }
  }

  private func read(_ text: String) throws -> JSONValue { try read(bytes: Array(text.utf8)) }

  private func read(bytes: [UInt8]) throws -> JSONValue {
    try bytes.withUnsafeBytes { bytes in try JSONReader.read(bytes) }
  }
}
