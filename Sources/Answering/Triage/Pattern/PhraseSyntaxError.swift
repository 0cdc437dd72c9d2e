/// Why a phrase of a cue set cannot be read.
struct PhraseSyntaxError: Error, Equatable {
  /// The phrase as written.
  let phrase: String
  /// What is wrong with it, as a short clause.
  let reason: String
}
