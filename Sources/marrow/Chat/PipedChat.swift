/// A chat without a terminal: lines in, answers out, separated by empty lines; no prompt and no greeting.
struct PipedChat {
  /// Answers until the input ends or says `/quit`.
  /// - Throws: `UsageFailure` where the input cannot be read, `OutputFailure` where an answer cannot be written.
  func run(_ session: inout ChatSession) throws {
    var input = LineReader.standardInput()
    let screen = ChatScreen(session.knowledge, terminal: Terminal(.output))
    var separator = ""
    while let line = try input.next() {
      let turn = session.take(line)
      if case .quit = turn { return }
      guard let text = screen.text(of: turn) else { continue }
      try StandardStream.output.write(separator + text + "\n")
      separator = "\n"
    }
  }
}
