import Foundation
import Testing

/// The chat on a real terminal.
@Suite(.serialized) struct TerminalChatTests {
  private static let interrupt = "\u{3}"
  private static let endOfInput = "\u{4}"
  private static let up = "\u{1B}[A"

  @Test func saysWhatItIsAndEndsWithControlD() throws {
    let terminal = try PseudoTerminal(["chat"])
    try terminal.expect("not medical advice")
    try terminal.expect("/help")
    try terminal.expect("> ")
    #expect(terminal.quit() == 0)
  }

  @Test func answersAndExplains() throws {
    let terminal = try PseudoTerminal(["chat"])
    try terminal.expect("> ")
    terminal.type("What are the symptoms of AML?\r")
    try terminal.expect("You can also ask")
    terminal.type("/why\r")
    try terminal.expect("hole:aml/symptoms")
    terminal.type("/quit\r")
    #expect(terminal.finish() == 0)
  }

  @Test func tabCompletesCommands() throws {
    let terminal = try PseudoTerminal(["chat"])
    try terminal.expect("> ")
    terminal.type("/so\t\r")
    try terminal.expect("Last reviewed: ")
    #expect(terminal.quit() == 0)
  }

  @Test func tabCompletesTopicsInsideALine() throws {
    let terminal = try PseudoTerminal(["chat"], environment: ["TERM": "xterm"])
    try terminal.expect("> ")
    terminal.type("tell me about symp\t")
    try terminal.expect("toms of ALL")
    terminal.type("\r")
    try terminal.expect("Based on")
    #expect(terminal.quit() == 0)
  }

  @Test func tabListsWhatFits() throws {
    let terminal = try PseudoTerminal(["chat"])
    try terminal.expect("> ")
    terminal.type("blood tests for \t")
    try terminal.expect("Blood tests for A")
    terminal.type("\t")
    try terminal.expect("  Blood tests for ALL")
    try terminal.expect("  Blood tests for AML")
    try terminal.expect("> Blood tests for A")
    terminal.type(Self.interrupt)
    try terminal.expect("> ")
    #expect(terminal.quit() == 0)
  }

  @Test func controlCGivesANewLineAndForgetsWhatWasTyped() throws {
    let terminal = try PseudoTerminal(["chat"])
    try terminal.expect("> ")
    terminal.type("/qui")
    try terminal.expect("/qui")
    terminal.type(Self.interrupt)
    try terminal.expect("> ")
    terminal.type("/sources\r")
    try terminal.expect("Last reviewed: ")
    try terminal.expect("> ")
    #expect(terminal.quit() == 0)
  }

  @Test func arrowUpRecallsTheLineBefore() throws {
    let terminal = try PseudoTerminal(["chat"])
    try terminal.expect("> ")
    terminal.type("/sources\r")
    try terminal.expect("Last reviewed: ")
    try terminal.expect("> ")
    terminal.type(Self.up + "\r")
    try terminal.expect("Last reviewed: ")
    #expect(terminal.quit() == 0)
  }

  @Test func takesWhatIsNotASCII() throws {
    let terminal = try PseudoTerminal(["chat"], environment: ["LANG": "C"])
    try terminal.expect("> ")
    terminal.type("¿Qué es 白血病 🩸?")
    try terminal.expect("病")
    terminal.type("\r")
    try terminal.expect("> ")
    #expect(terminal.quit() == 0)
  }

  @Test(arguments: [60, 100]) func wrapsToTheTerminal(columns: Int) throws {
    let terminal = try PseudoTerminal(
      ["ask", "--why", "What is ALL?"], columns: UInt16(columns), environment: ["NO_COLOR": "1"])
    #expect(terminal.finish() == 0)
    let widths = terminal.shown.split(whereSeparator: \.isNewline).map(\.count)
    #expect(widths.allSatisfy { $0 <= columns })
    #expect(widths.contains { $0 > columns - 15 })
  }

  @Test func boldOnlyWithoutNOCOLOR() throws {
    let styled = try PseudoTerminal(["ask", "What is ALL?"])
    #expect(styled.finish() == 0)
    #expect(styled.shown.contains("\u{1B}[1m"))
    let plain = try PseudoTerminal(["ask", "What is ALL?"], environment: ["NO_COLOR": "1"])
    #expect(plain.finish() == 0)
    #expect(!plain.shown.contains("\u{1B}"))
  }

  @Test func keepsNothingUnlessTold() throws {
    let folder = try TemporaryFolder()
    try chat("/sources", environment: ["HOME": folder.url.path])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }

  @Test func aHistoryFileIsPrivateAndRecalled() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("history")
    try Data().write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    try chat("/sources", environment: ["MARROW_HISTORY": file])
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    let terminal = try PseudoTerminal(["chat", "--history", file])
    try terminal.expect("> ")
    terminal.type(Self.up + "\r")
    try terminal.expect("Last reviewed: ")
    #expect(terminal.quit() == 0)
  }

  @Test func aHistoryFileThatCannotBeUsedEndsWith2() throws {
    let terminal = try PseudoTerminal(["chat", "--history", "/dev/null"])
    #expect(terminal.finish() == 2)
    #expect(terminal.shown.contains("--history"))
  }

  private func chat(_ line: String, environment: [String: String]) throws {
    let terminal = try PseudoTerminal(["chat"], environment: environment)
    try terminal.expect("> ")
    terminal.type(line + "\r")
    try terminal.expect("> ")
    #expect(terminal.quit() == 0)
  }
}
