import ArgumentParser
import Foundation
import Knowledge

/// `marrow chat`: a conversation, with line editing on a terminal and line by line through a pipe.
struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "Answers questions one after another and follows a conversation.",
    discussion: """
      Examples:
        marrow chat
        marrow chat --history ~/.marrow-history
        printf 'What is ALL?\\nWhat are its symptoms?\\n' | marrow chat

      On a terminal the line can be edited, Tab completes commands and topics, the arrow keys recall earlier lines,
      Ctrl-C gives a new line and Ctrl-D ends. Through a pipe there is no prompt and answers are separated by empty
      lines. /help lists the commands.
      """)

  @OptionGroup var home: Home

  @Option(
    help: """
      File that keeps the lines typed on a terminal, readable by you alone. Default: MARROW_HISTORY; without either \
      nothing is kept, since questions about health are private.
      """)
  var history: String?

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let isInteractive = isatty(0) == 1 && isatty(1) == 1
    let path = history ?? environment["MARROW_HISTORY"].flatMap { $0.isEmpty ? nil : $0 }
    let file = isInteractive ? try path.map(HistoryFile.init(path:)) : nil
    var session = ChatSession(try home.responder())
    if isInteractive {
      let topics = TopicCompletion(titles: session.knowledge.sections.map(\.title))
      try TerminalChat(EditLineReader(completion: topics, history: file)).run(&session)
    } else {
      try PipedChat().run(&session)
    }
  }
}
