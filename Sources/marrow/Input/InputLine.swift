/// A line of input without its line end.
enum InputLine {
  /// Its bytes.
  case bytes([UInt8])
  /// It was longer than the bound and is skipped.
  case tooLong
}
