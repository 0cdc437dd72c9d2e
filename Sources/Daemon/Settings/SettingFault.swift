/// A value that a key cannot take; says what would be right and never what the value is.
struct SettingFault: Error {
  /// For instance "expected a whole number from 0 to 65535".
  let expected: String
}
