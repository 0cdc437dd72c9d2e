/// Why there are no figures.
enum BenchFailure: Error {
  case noServer
  /// Fewer answers than requests: the figures would mean nothing.
  case unanswered(Int)
}
