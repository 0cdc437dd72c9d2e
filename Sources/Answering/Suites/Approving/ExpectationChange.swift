/// A new value of one key below `expect:`.
package struct ExpectationChange: Sendable, Equatable {
  /// The key.
  package let key: String
  /// Its new values; none removes the key.
  package let values: [String]

  /// The value as YAML: a list where the key takes one, else plain or quoted text.
  var written: String {
    let quoted = values.map { $0.contains(":") ? "\"\($0)\"" : $0 }
    return key.hasPrefix("sections") ? "[\(quoted.joined(separator: ", "))]" : quoted.first ?? ""
  }
}
