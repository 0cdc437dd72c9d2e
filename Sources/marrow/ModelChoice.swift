import ArgumentParser

/// Which model answers: words alone, or words and meaning.
enum ModelChoice: String, CaseIterable, ExpressibleByArgument {
  /// The encoder where its files are there, words alone otherwise.
  case auto
  /// Words alone.
  case lexical
  /// The encoder, or nothing: the start fails where its files are not there.
  case minilm
}
