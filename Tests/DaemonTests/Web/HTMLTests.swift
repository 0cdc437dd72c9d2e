import Daemon
import Testing

struct HTMLTests {
  @Test func interpolatedTextIsEscapedAndPiecesAreNot() {
    let words = #"<script>alert("x")</script> & 'more'"#
    let piece: HTML = "<b>\(words)</b>"
    let page: HTML = "<p title=\"\(words)\">\(piece)\([piece, piece])</p>"
    let safe = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;"
    #expect(page.text == "<p title=\"\(safe)\"><b>\(safe)</b><b>\(safe)</b><b>\(safe)</b></p>")
  }

  @Test func controlCharactersAreReplacedAndLinesKept() {
    #expect(HTML.escaped("a\u{0}b\u{1B}[31m\u{85}\nc\td é 🩸") == "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}\nc\td é 🩸")
  }
}
