/// What a line that begins with a slash asks of the program.
enum SlashCommand: String, CaseIterable {
  case help
  case why
  case sources
  case topics
  case reset
  case quit

  /// How it is typed.
  var name: String { "/\(rawValue)" }

  /// How it is typed with what can follow it.
  var usage: String { self == .topics ? "/topics [word]" : name }

  /// What it does.
  var summary: String {
    switch self {
    case .help: "shows this list"
    case .why: "explains why the last answer came out as it did"
    case .sources: "lists the documents with their source and the day of their last review"
    case .topics: "lists what can be asked about, or only the topics with a word in their title"
    case .reset: "forgets the conversation and starts anew"
    case .quit: "ends the program (so does Ctrl-D)"
    }
  }
}
