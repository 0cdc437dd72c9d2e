import Chat
import Testing

@Suite("Escaping")
struct EscapingTests {
  @Test("Signs are escaped even where a combining mark follows them")
  func escapesScalars() {
    #expect("a<b>&\"<\u{338}".escapingAngles == "a&lt;b&gt;&amp;\"&lt;\u{338}")
    #expect("\"&".escapingMarkup == "&quot;&amp;")
    #expect("*a_\\*\u{301}".escapingWithBackslash(["*", "_", "\\"]) == "\\*a\\_\\\\\\*\u{301}")
  }

  @Test("Mentions break, addresses do not")
  func breaksMentions() {
    #expect(
      "@all (@here) a@b.org \u{FF20}x 1@2".breakingMentions
        == "@\u{200B}all (@\u{200B}here) a@b.org \u{FF20}\u{200B}x 1@2")
    #expect("*x*".breakingBehind(["*"]) == "*\u{200B}x*\u{200B}")
  }

  @Test("Control characters go, line feeds and tabs stay")
  func dropsControls() {
    #expect("a\u{0}b\u{1B}[1m\n\tc\u{85}\u{7F}".withoutControls == "ab[1m\n\tc")
  }
}
