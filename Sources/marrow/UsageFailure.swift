/// Something the caller can mend: a file that cannot be used, an input that cannot be read. Ends with exit code 2.
struct UsageFailure: Error {
  /// What is wrong, on what, and what to do.
  let message: String
}
