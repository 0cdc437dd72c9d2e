/// A chat on a terminal.
struct TerminalChat {
  private let lines: EditLineReader

  /// A chat that reads its lines here.
  init(_ lines: EditLineReader) { self.lines = lines }

  /// Answers until Ctrl-D or `/quit`.
  /// - Throws: `OutputFailure` where an answer cannot be written.
  func run(_ session: inout ChatSession) throws {
    let output = StandardStream.output
    try output.write(ChatScreen(session.knowledge, terminal: Terminal(output)).opening + "\n\n")
    while true {
      switch lines.next() {
      case .end: return try output.write("\n")
      case .interrupted: try output.write("\n")
      case .line(let text):
        let turn = session.take(.bytes(Array(text.utf8)))
        if case .quit = turn { return }
        // The terminal may have been resized since the last answer.
        let screen = ChatScreen(session.knowledge, terminal: Terminal(output))
        if let text = screen.text(of: turn) { try output.write("\n" + text + "\n\n") }
      }
    }
  }
}
