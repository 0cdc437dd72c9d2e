/// Where a setting was stated.
package enum SettingPlace: Sendable, Equatable, CustomStringConvertible {
  /// Nowhere: the default holds.
  case defaults
  /// A line of a file.
  case file(String, line: Int?)
  /// An environment variable.
  case environment(String)
  /// The command line.
  case commandLine

  /// For messages: `marrow.yaml:12`, `MARROW_LISTEN_PORT` or `the command line`.
  package var description: String {
    switch self {
    case .defaults: "defaults"
    case .file(let name, let line): line.map { "\(name):\($0)" } ?? name
    case .environment(let name): name
    case .commandLine: "the command line"
    }
  }
}
