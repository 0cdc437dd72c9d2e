import Answering
import Foundation
import Knowledge
import Testing

@Suite struct SuiteFolderTests {
  private func suite(_ name: String, cases: [String]) -> String {
    let lines = cases.map { "  - {id: \($0), why: w, question: q, expect: {kind: answer}}\n" }
    return "suite: \(name)\nabout: a\ncases:\n" + lines.joined()
  }

  private func folder(_ fixture: FixtureKnowledge) throws -> SuiteFolder {
    SuiteFolder(fixture.folder, knowledge: try FixtureKnowledge.knowledge.get())
  }

  @Test func findsSuitesByNameFileAndPath() throws {
    let fixture = try FixtureKnowledge()
    try fixture.write(suite("one", cases: ["a"]), to: "suites/1.yaml")
    try fixture.write(suite("two", cases: ["b"]), to: "suites/2.yaml")
    let folder = try folder(fixture)
    #expect(try folder.all().map(\.name) == ["one", "two"])
    #expect(try folder.select(["two", "1", "one"]).map(\.name) == ["two", "one"])
    let path = fixture.folder.url.appendingPathComponent("suites/2.yaml").path
    #expect(try folder.select([path, path, "two"]).map(\.name) == ["two"])
  }

  @Test func saysWhichSuitesThereAre() throws {
    let fixture = try FixtureKnowledge()
    try fixture.write(suite("one", cases: ["a"]), to: "suites/1.yaml")
    let error = #expect(throws: SuiteFolder.NoSuchSuite.self) { try folder(fixture).select(["three"]) }
    #expect(error?.description == "there is no suite \"three\"; there are: one")
    #expect(throws: SuiteFolder.NoSuchSuite.self) { try folder(fixture).select(["./none.yaml"]) }
  }

  @Test func refusesACaseThatStandsInTwoSuites() throws {
    let fixture = try FixtureKnowledge()
    try fixture.write(suite("one", cases: ["a", "b"]), to: "suites/1.yaml")
    try fixture.write(suite("two", cases: ["b"]), to: "suites/2.yaml")
    let error = #expect(throws: KnowledgeRefused.self) { try folder(fixture).all() }
    #expect(error?.description == "suites/2.yaml:4: id: the case \"b\" stands in suites/1.yaml:5 already")
  }

  @Test func refusesTwoSuitesOfOneName() throws {
    let fixture = try FixtureKnowledge()
    try fixture.write(suite("one", cases: ["a"]), to: "suites/1.yaml")
    try fixture.write(suite("one", cases: ["b"]), to: "suites/2.yaml")
    #expect(throws: KnowledgeRefused.self) { try folder(fixture).all() }
  }

  @Test func refusesWhatIsNoTextOrNoSuite() throws {
    let fixture = try FixtureKnowledge()
    try fixture.write(Data([0x73, 0xFF, 0xFE]), to: "suites/1.yaml")
    try fixture.write("notes", to: "suites/notes.txt")
    let error = #expect(throws: KnowledgeRefused.self) { try folder(fixture).all() }
    #expect(error?.problems.map(\.place.file).sorted() == ["suites/1.yaml", "suites/notes.txt"])
  }

  @Test func refusesAPathThatIsAFolder() throws {
    let fixture = try FixtureKnowledge()
    #expect(throws: KnowledgeRefused.self) { try folder(fixture).select([fixture.folder.url.path]) }
  }
}
