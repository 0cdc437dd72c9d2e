/// Colours for a terminal, or none.
package struct TerminalStyle: Sendable {
  private let isColoured: Bool

  /// A style with colours or without.
  package init(isColoured: Bool) { self.isColoured = isColoured }

  /// Colours where output goes to a terminal that has them and nobody objects (`NO_COLOR`, `TERM=dumb`).
  package init(isTerminal: Bool, environment: [String: String]) {
    let objects = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    isColoured = isTerminal && !objects
  }

  func good(_ text: String) -> String { painted(text, "32") }
  func bad(_ text: String) -> String { painted(text, "31") }
  func faint(_ text: String) -> String { painted(text, "2") }
  /// A heading.
  package func strong(_ text: String) -> String { painted(text, "1") }

  /// A line of a failure in the colour of its role.
  package func line(_ line: FailureText.Line) -> String {
    switch line.role {
    case .plain: line.text
    case .wanted: bad(line.text)
    case .got: good(line.text)
    case .aside: faint(line.text)
    }
  }

  private func painted(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
