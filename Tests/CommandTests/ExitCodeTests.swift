import Foundation
import Testing

@Suite struct ExitCodeTests {
  @Test(arguments: [["--help"], ["ask", "--help"], ["chat", "--help"], ["--version"]])
  func helpAndVersionEndWith0(arguments: [String]) throws {
    let run = try Run.finished(arguments)
    #expect(run.code == 0)
    #expect(!run.text.isEmpty)
    #expect(run.errors == "")
  }

  @Test func versionNamesTheProgram() throws {
    let run = try Run.finished(["--version"])
    #expect(run.text.wholeMatch(of: /marrow \d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    ["ask"], ["ask", "--nonsense"], ["nonsense"], ["ask", "--json", "--jsonl"], ["ask", "--jsonl", "What is ALL?"],
    ["chat", "What is ALL?"],
  ])
  func wrongUseEndsWith2AndSaysSoOnStandardError(arguments: [String]) throws {
    let run = try Run.finished(arguments)
    #expect(run.code == 2)
    #expect(run.text == "")
    #expect(run.errors.contains("Usage:"))
  }

  @Test func aMissingQuestionIsAnsweredWithAnExample() throws {
    #expect(try Run.finished(["ask"]).errors.contains(#"marrow ask "What"#))
  }

  @Test func aFolderWithoutKnowledgeEndsWith2() throws {
    let folder = try TemporaryFolder()
    let run = try Run.finished(["ask", "--home", folder.url.path, "What is ALL?"])
    #expect(run.code == 2)
    #expect(run.errors.contains("--home"))
  }

  @Test func everyProblemOfTheKnowledgeIsNamedAndEndsWith2() throws {
    let folder = try TemporaryFolder()
    let copy = folder.url.appendingPathComponent("Knowledge")
    let original = URL(fileURLWithPath: Product.home).appendingPathComponent("Knowledge")
    try FileManager.default.copyItem(at: original, to: copy)
    for name in ["all", "aml"] {
      let file = copy.appendingPathComponent("documents/\(name)/document.yaml")
      try (String(contentsOf: file, encoding: .utf8) + "nonsense: 1\n").write(
        to: file, atomically: true, encoding: .utf8)
    }
    let run = try Run.finished(["ask", "--home", folder.url.path, "What is ALL?"])
    #expect(run.code == 2)
    #expect(run.text == "")
    #expect(run.errors.contains("documents/all/document.yaml"))
    #expect(run.errors.contains("documents/aml/document.yaml"))
  }

  @Test func aFullDiskEndsWith70() throws {
    let run = try Run.finished(["ask", "What is ALL?"], output: "/dev/full")
    #expect(run.code == 70)
    #expect(run.errors.contains("cannot be written"))
  }
}
