/// The configuration cannot be used: every problem found. Ends the start with exit code 2.
package struct SettingsRefused: Error, CustomStringConvertible {
  /// What is wrong, one line each, with the place and the key.
  package let problems: [String]

  /// A refusal for these reasons.
  package init(_ problems: [String]) { self.problems = problems }

  /// One problem a line.
  package var description: String { problems.joined(separator: "\n") }
}
