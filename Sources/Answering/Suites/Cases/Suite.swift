package import Foundation

/// One suite file: canned cases and the shares of them that must pass.
package struct Suite: Sendable, Equatable {
  /// Its name, unique among the suites of a run.
  package let name: String
  /// What it guards, in one line.
  package let about: String
  /// Its file as problems and reports name it.
  package let file: String
  /// Shares that must pass, by class.
  package let floors: Floors
  /// Its cases in file order.
  package var cases: [CannedCase]
  /// Where the file is; nil where the text came from elsewhere.
  package var url: URL?
}
