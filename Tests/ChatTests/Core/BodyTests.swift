import Chat
import Foundation
import Testing

@Suite("Bodies")
struct BodyTests {
  private struct Shape: Decodable { let a: Int }

  private func read(_ text: String) throws -> Int? {
    let shape = try JSONBody.decode(Shape.self, from: Data(text.utf8))
    return shape?.a
  }

  private func form(_ text: String) -> FormBody { FormBody(Data(text.utf8)) }

  @Test("Forms are read as browsers write them")
  func readsForms() {
    let form = form("a=1&b=x+y%26z&c&=d&&e=%C3%A9=%F0%9F%99%82&f=%zz%4")
    #expect(form.pairs.map(\.name) == ["a", "b", "c", "", "e", "f"])
    #expect(form.pairs.map(\.value) == ["1", "x y&z", "", "d", "é=🙂", "%zz%4"])
  }

  @Test("Percent-encoding is undone once, and what is none is told and kept")
  func decodesPercents() {
    for (text, decoded, isSound) in [
      ("a%20b+c%2525", "a b+c%25", true), ("%C3%A9", "é", true), ("%", "%", false), ("%4g%41", "%4gA", false),
    ] {
      let result = PercentDecoded(Array(text.utf8)[...], plusIsBlank: false)
      #expect(String(decoding: result.bytes, as: UTF8.self) == decoded && result.isSound == isSound, "\(text)")
    }
  }

  @Test("A doubled field has no value, bytes that are no text stay visible")
  func readsOddForms() {
    #expect(form("a=1&a=2")["a"] == nil)
    #expect(form("a=%FF")["a"] == "\u{FFFD}")
    #expect(form("")["a"] == nil)
    #expect(form("payload=")["payload"] == "")
  }

  @Test("What is written is read back")
  func writesForms() {
    let pairs = [("a b", "1&2=3"), ("é", "🙂\n+%"), ("", "")]
    let back = FormBody(FormBody.encoded(pairs)).pairs
    #expect(back.map(\.name) == pairs.map(\.0) && back.map(\.value) == pairs.map(\.1))
  }

  @Test("JSON of another shape is nil, what is no JSON or too deep is refused")
  func readsJSON() throws {
    #expect(try read(#"{"a":1,"b":[{}]}"#) == 1)
    #expect(try read(#"{"a":"x"}"#) == nil)
    #expect(try read("[]") == nil)
    #expect(throws: WebhookRefusal.self) { try read("") }
    #expect(throws: WebhookRefusal.self) { try read(#"{"a":1"#) }
    let deep = { (levels: Int) in
      #"{"a":1,"b":"# + String(repeating: "[", count: levels) + String(repeating: "]", count: levels) + "}"
    }
    #expect(try read(deep(JSONBody.depth - 1)) == 1)
    #expect(throws: WebhookRefusal.self) { try read(deep(JSONBody.depth)) }
    #expect(try read(#"{"a":1,"b":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[[["}"#) == 1)
  }

  @Test("The same value has the same bytes")
  func writesJSON() throws {
    let bytes = try JSONBody.encode(["b": "/", "a": "é"])
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":"é","b":"/"}"#)
  }

  @Test("Only text with a letter or a digit is a question")
  func readsQuestions() {
    #expect(QuestionText.read("  What?\n") == "What?")
    #expect(QuestionText.read("2") == "2")
    for text in ["", " ", "👍", "?", nil] { #expect(QuestionText.read(text) == nil) }
  }
}
