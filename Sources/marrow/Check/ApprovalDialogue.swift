import Answering
import Foundation
import Knowledge

/// Shows what failed, case by case, and writes what a person accepts into the suite files.
struct ApprovalDialogue {
  private let knowledge: Knowledge
  private let style: TerminalStyle

  init(_ knowledge: Knowledge, style: TerminalStyle) {
    self.knowledge = knowledge
    self.style = style
  }

  /// Refuses to run where nobody can look: without a terminal, or in CI.
  static func refuseUnattended(environment: [String: String] = ProcessInfo.processInfo.environment) throws(CheckStopped)
  {
    if !["", "0", "false"].contains(environment["CI"] ?? "") {
      throw CheckStopped(message: "--approve is for people; it does not run where CI is set", exit: .unusable)
    }
    if isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1 {
      throw CheckStopped(message: "--approve needs a terminal to ask you in", exit: .unusable)
    }
  }

  /// Goes through every question that failed until the person stops.
  func run(_ suites: [Suite], report: CheckReport) throws(CheckStopped) {
    var approved = 0
    questions: for (suite, result) in zip(suites, report.suites) {
      for (canned, outcome) in zip(suite.cases, result.cases) where !outcome.isPassed {
        print("\n" + style.strong("\(suite.name) / \(canned.id)".printable))
        for line in FailureText.lines(of: outcome) { print("  " + style.line(line)) }
        for index in outcome.turns.indices where !outcome.turns[index].mismatches.isEmpty {
          let proposal = ApprovalProposal(for: canned.turns[index], result: outcome.turns[index])
          switch try decide(proposal, suite: suite, canned: canned, turn: index) {
          case .approved: approved += 1
          case .skipped: continue
          case .stopped: break questions
          }
        }
      }
    }
    print("\(approved) expectations written; run marrow check again")
  }

  private enum Decision {
    case approved
    case skipped
    case stopped
  }

  private func decide(
    _ proposal: ApprovalProposal?, suite: Suite, canned: CannedCase, turn: Int
  ) throws(CheckStopped) -> Decision {
    guard let proposal else {
      print("  Nothing here can be approved: safety and words are edited by hand.")
      return .skipped
    }
    for change in proposal.changes {
      let value = change.values.isEmpty ? "(removed)" : change.values.joined(separator: ", ")
      print("  new  \(change.key): \(value)")
    }
    if !proposal.remaining.isEmpty {
      print("  still failing after that: \(proposal.remaining.map(\.assertion).joined(separator: ", "))")
    }
    print("  Accept what was answered as the new expectation? [y/N/q] ", terminator: "")
    fflush(nil)
    switch readLine()?.lowercased() {
    case "y", "yes": return try write(proposal, suite: suite, canned: canned, turn: turn) ? .approved : .skipped
    case "q", "quit", nil: return .stopped
    default: return .skipped
    }
  }

  /// Writes one approval; false where the file's layout does not allow it.
  private func write(
    _ proposal: ApprovalProposal, suite: Suite, canned: CannedCase, turn: Int
  ) throws(CheckStopped) -> Bool {
    guard let url = suite.url, let text = try? String(contentsOf: url, encoding: .utf8),
      let edited = SuiteEditor(knowledge).text(text, approving: proposal, case: canned.id, turn: turn)
    else {
      print(
        "  \(suite.file) could not be changed safely and is as it was; edit line \(canned.place.line ?? 1) by hand.")
      return false
    }
    do {
      try Data(edited.utf8).write(to: url, options: .atomic)
      return true
    } catch {
      throw CheckStopped(message: "\(suite.file): cannot be written: \(error)", exit: .unusable)
    }
  }
}
