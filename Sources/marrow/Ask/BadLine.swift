import Answering

/// A line of `--jsonl` that cannot be answered. Its message names what is wrong and never what the line says.
struct BadLine: Error {
  /// The line's id, where it could be read.
  let id: RequestID?
  /// What is wrong and what would be right.
  let message: String
}
