internal import Foundation

extension StringProtocol {
  /// The text without blanks and line breaks at either end.
  package var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
