import Answering
import Knowledge
import Testing

@Suite struct SectionComposerTests {
  private static let section = Section(
    id: "tea/brewing", title: "Brewing tea", aspect: "brewing", sourceHeading: "Brewing", document: "tea",
    sentences: [
      Sentence(text: "Tea is brewed with hot water.", role: .statement),
      Sentence(text: "Green tea takes two minutes.", role: .statement),
      Sentence(text: "Black tea takes four minutes.", role: .statement),
      Sentence(text: "Tea can be served with:", role: .introduction),
      Sentence(text: "Milk", role: .item),
      Sentence(text: "Lemon", role: .item),
    ], blocks: [.paragraph([0, 1]), .paragraph([2]), .list(introduction: 3, items: [4, 5])])

  private let list = AnswerBlock.list(introduction: "Tea can be served with:", items: ["Milk", "Lemon"])

  @Test func leadsWithTheOpeningWhereNoSentenceStandsOut() {
    let layout = SectionComposer(Self.section, answering: []).layout()
    #expect(layout.lead == [.lead("Tea is brewed with hot water. Green tea takes two minutes.")])
    #expect(layout.rest == [.paragraph("Black tea takes four minutes."), list])
  }

  @Test func putsTheAnsweringSentenceBeforeTheOpening() {
    let layout = SectionComposer(Self.section, answering: [2]).layout()
    #expect(
      layout.lead == [
        .lead("Black tea takes four minutes. Tea is brewed with hot water. Green tea takes two minutes.")
      ])
    #expect(layout.rest == [list])
  }

  @Test func keepsTheLeadWithinItsRoom() {
    let layout = SectionComposer(Self.section, answering: [2], room: 60).layout()
    #expect(layout.lead == [.lead("Black tea takes four minutes. Tea is brewed with hot water.")])
    #expect(layout.rest == [.paragraph("Green tea takes two minutes."), list])
  }

  @Test func leadsWithTheBestSentenceEvenWithoutRoom() {
    let layout = SectionComposer(Self.section, answering: [1, 2], room: 0).layout()
    #expect(layout.lead == [.lead("Green tea takes two minutes.")])
  }

  @Test func bringsAnItemWithItsIntroductionAndFirstInItsList() {
    let layout = SectionComposer(Self.section, answering: [5], room: 40).layout()
    #expect(layout.lead == [.list(introduction: "Tea can be served with:", items: ["Lemon", "Milk"])])
    #expect(
      layout.rest == [
        .paragraph("Tea is brewed with hot water. Green tea takes two minutes."),
        .paragraph("Black tea takes four minutes."),
      ])
  }

  @Test func keepsTheOrderOfAListThatIsAskedForAsAWhole() {
    let layout = SectionComposer(Self.section, answering: [3], room: 40).layout()
    #expect(layout.lead == [list])
  }

  @Test func opensBeforeTheListWhereTheAnswerStillFits() {
    let layout = SectionComposer(Self.section, answering: [5]).layout()
    #expect(
      layout.lead == [
        .lead("Tea is brewed with hot water. Green tea takes two minutes."),
        .list(introduction: "Tea can be served with:", items: ["Lemon", "Milk"]),
      ])
    #expect(layout.rest == [.paragraph("Black tea takes four minutes.")])
  }

  @Test(arguments: [[], [0], [1], [2, 1], [3], [4], [5, 4], [99]])
  func printsEverySentenceOnceAndNoOther(answering: [Int]) {
    let layout = SectionComposer(Self.section, answering: answering).layout()
    let text = PlainText.render(layout.lead + layout.rest)
    for sentence in Self.section.sentences {
      #expect(text.components(separatedBy: sentence.text).count == 2)
    }
  }
}

extension String {
  fileprivate func components(separatedBy part: String) -> [Substring] {
    split(separator: part, omittingEmptySubsequences: false)
  }
}
