import Answering

/// Answers that are hard to render.
enum SampleAnswer: String, CaseIterable, Sendable {
  case ordinary
  case veryLong
  case oneEndlessParagraph
  case markup
  case mentions
  case takeover
  case manyShortBlocks

  static let source = "Based on Mayo Clinic patient information: Acute lymphocytic leukemia. Reviewed 2026-11-01."
  static let notice =
    "This is general information, not medical advice. Your care team knows you & your case; ask them before you change anything."
  static let offers = [
    Offer(title: "Symptoms of acute lymphocytic leukemia", section: "all/symptoms"),
    Offer(title: "When to see a doctor, & what to say <there>", section: "all/when-to-see-a-doctor"),
    Offer(
      title:
        "A title that is much longer than the label of any button on any platform may be, with *stars* and @everyone",
      section: "all/diagnosis"),
  ]

  private static let sentence =
    "The bone marrow makes blood cells, and in this disease it makes too many white ones that do not work. "

  /// The answer.
  var answer: Answer {
    switch self {
    case .takeover:
      Answer(
        kind: .answer, safety: .emergency,
        blocks: [.lead("Call 911 now."), .paragraph("Tell them what you see."), .notice(Self.notice)])
    default:
      Answer(
        kind: .answer,
        blocks: blocks + [
          .source(Self.source), .notice(Self.notice), .offers(introduction: "You can also ask about:", Self.offers),
        ], offers: Self.offers)
    }
  }

  private var blocks: [AnswerBlock] {
    switch self {
    case .ordinary:
      [
        .notice("Only your doctor can tell what you have."), .lead("ALL is a cancer of the blood and the bone marrow."),
        .list(introduction: "Signs of it are:", items: ["fever", "pale skin", "bleeding gums"]),
        .contact("Call your clinic."),
      ]
    case .veryLong: Self.long(characters: 13_000)
    case .oneEndlessParagraph: [.paragraph(String(repeating: "👩‍👩‍👧‍👦e\u{301}🇩🇪", count: 3000))]
    case .markup: Self.texts(Self.marks)
    case .mentions: Self.texts(Self.pings)
    case .takeover: []
    case .manyShortBlocks: (0..<120).flatMap { [.paragraph("Word \($0)."), .source("Source \($0).")] }
    }
  }

  /// Paragraphs and lists of at least so many characters, with a paragraph among them that is longer than most limits.
  private static func long(characters: Int) -> [AnswerBlock] {
    var blocks: [AnswerBlock] = [.lead(sentence), .paragraph(String(repeating: sentence, count: 50))]
    var count = sentence.count * 51
    while count < characters {
      blocks += [
        .paragraph(String(repeating: sentence, count: 3)),
        .list(introduction: "What can be done & what not:", items: Array(repeating: sentence, count: 4)),
      ]
      count += sentence.count * 7
    }
    return blocks
  }

  private static func texts(_ texts: [String]) -> [AnswerBlock] {
    [.lead(texts.joined(separator: " "))] + texts.map { .paragraph($0) }
      + [.list(introduction: texts.first, items: texts), .contact(texts.joined())]
  }

  /// Mark-up of every platform.
  static let marks = [
    "*bold* _italic_ ~strike~ `code` ```fence``` > quote", "**bold** __under__ ~~gone~~ ||hidden|| # heading",
    "<b>bold</b> <script>alert(1)</script> &amp; &lt; &#60; &",
    "[label](https://example.org) ![image](x) <https://a.b|c>",
    "- item\n1. item\n> quote\n# head\n-# small\n| a | b |", "\\*escaped\\* \\ \\\\ {x} (y) =z= +1+ .dot. !",
    "$math$ {{template}} %s :smile: <t:0:R> </ask:1> <id:home>", "<\u{338}channel> *\u{301}bold*\u{301}",
    "_*~`mixed`~*_ ***three*** ___three___ ````four````",
  ]

  /// Mentions of every platform.
  static let pings = [
    "<!channel> <!here> <!everyone> <@U012AB3CD> <#C012AB3CD> <!subteam^S1>", "@channel @here @everyone @all @room",
    "<@80351110224678912> <@!8035> <@&165511591545143296> <#103735883630395392>",
    "<at>Anna</at> <users/all> @**all** @_**Anna|5**",
    "#**general** @user @user:example.org https://matrix.to/#/@user:example.org", "\u{FF20}everyone @\u{200D}all",
    "tg://user?id=42 <a href=\"tg://user?id=42\">x</a>",
  ]
}
