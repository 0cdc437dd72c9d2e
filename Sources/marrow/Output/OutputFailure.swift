import Foundation

/// Something could not be written, for instance on a full disk.
struct OutputFailure: Error, CustomStringConvertible {
  /// The system's error number.
  let number: Int32

  /// What failed and why.
  var description: String { "the output cannot be written: \(String(cString: strerror(number)))" }
}
