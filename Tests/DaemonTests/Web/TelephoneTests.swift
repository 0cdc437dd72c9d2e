import Answering
import Daemon
import Testing

struct TelephoneTests {
  private let telephone = Telephone(
    ContactTable(
      checked: "2026-11-22", sources: ["a test"],
      regions: [
        ContactRegion(id: "us", name: "US", contacts: [.emergency: "911", .poison: "1-800-222-1222"]),
        ContactRegion(id: "ie", name: "Ireland", contacts: [.emergency: "999 or 112", .crisis: "call 116 123"]),
      ],
      unknown: [.emergency: "911 (US) or your local emergency number"]))

  @Test func everyNumberOfTheTableIsFoundOnceLongestFirst() {
    #expect(telephone.numbers == ["1-800-222-1222", "116 123", "112", "911", "999"])
  }

  @Test(arguments: [
    ("call 116 123", ["116 123"]), ("999 or 112", ["999", "112"]), ("1-800-222-1222 (US)", ["1-800-222-1222"]),
    ("your local emergency number", []), ("in 24 hours", []),
  ])
  func numbersAreReadOutOfWords(words: String, expected: [String]) {
    #expect(Telephone.numbers(in: words) == expected)
  }

  @Test func numbersBecomeLinksAndTheRestIsEscaped() {
    #expect(
      telephone.linked("Call 911 <now>, or 116 123.").text
        == "Call <a href=\"tel:911\">911</a> &lt;now&gt;, or <a href=\"tel:116123\">116 123</a>.")
  }

  @Test func numberWithinALongerNumberIsNoLink() {
    #expect(telephone.linked("Room 9112, line 4911.").text == "Room 9112, line 4911.")
  }

  @Test func withoutATableNothingIsALink() {
    #expect(Telephone(nil).linked("911").text == "911")
  }
}
