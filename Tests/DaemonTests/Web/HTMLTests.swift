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
    let page: HTML = "<pre>\("a\u{0}b\u{1B}[31m\u{85}\nc\td é 🩸")</pre>"
    #expect(page.text == "<pre>a\u{FFFD}b\u{FFFD}[31m\u{FFFD}&#10;c&#9;d é 🩸</pre>")
  }
}
