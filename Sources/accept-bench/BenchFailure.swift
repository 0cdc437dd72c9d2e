/// Why there are no figures.
enum BenchFailure: Error {
  /// A server did not say where it listens.
  case noServer(String)
  /// A connection could not be made.
  case noConnection(Int32)
  /// A platform's event could not be made up.
  case noEvent
  /// There are no questions in `Knowledge/documents`.
  case noQuestions
}
