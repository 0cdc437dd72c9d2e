internal import Foundation

/// What is being done, on standard error.
package enum Progress {
  /// One line.
  package static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
