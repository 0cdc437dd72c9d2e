import Answering

/// What a line of a chat comes to.
enum ChatTurn {
  /// An answer to a question.
  case answer(Answer)
  /// Why the last answer came out as it did.
  case explanation(Answer)
  /// The list of commands.
  case help
  /// The documents.
  case sources
  /// The topics; with a word, only those that have it in their title.
  case topics(String)
  /// A word from the program about itself.
  case message(String)
  /// Nothing: an empty line.
  case nothing
  /// The end.
  case quit
}
