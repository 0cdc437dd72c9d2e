import Answering
import Testing

@Suite struct PlainTextTests {
  @Test func numbersOffersAndMarksItems() {
    let blocks: [AnswerBlock] = [
      .list(introduction: "Signs:", items: ["a", "b"]),
      .offers(introduction: "Ask:", [Offer(title: "T", section: "x/y")]),
    ]
    #expect(PlainText.render(blocks) == "Signs:\n- a\n- b\n\nAsk:\n1. T")
  }
}
